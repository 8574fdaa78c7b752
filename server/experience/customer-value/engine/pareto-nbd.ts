import type { Model } from "./fit-model.ts";
import { rising } from "./gamma-function.ts";
import { averages, type RepeatPurchases } from "./repeat-purchases.ts";

export type ParetoNbd = Record<"r" | "alpha" | "s" | "beta", number>;

// Gauss-Legendre, 16 points on [-1, 1]
const points = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003, 0.8656312023878318,
  0.9445750230732326, 0.9894009349916499,
];
const weights = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388, 0.09515851168249279,
  0.062253523938647894, 0.027152459411754096,
];

/**
 * The two ways to have bought x times, the last at tx: still active at T, or gone at some y in between (the integral of
 * (alpha + y)^-(r+x) (beta + y)^-(s+1) dy). Both relative to (alpha + tx)^-(r+x) (beta + tx)^-s, so that nothing overflows.
 * The integral is taken over ln(y + the smaller of alpha and beta), where it is smooth, in panels short enough for 16 points
 * to give all digits; unlike the closed form with ₂F₁ it stays exact for many purchases and any alpha and beta.
 */
function ways(at: ArrayLike<number>, x: number, tx: number, T: number, sums: Float64Array): void {
  const [r, alpha, s, beta] = [at[0]!, at[1]!, at[2]!, at[3]!];
  const least = Math.min(alpha, beta);
  const [a0, b0] = [Math.log(alpha + tx), Math.log(beta + tx)];
  sums.fill(0);
  sums[5] = Math.exp(-(r + x) * (Math.log(alpha + T) - a0) - s * (Math.log(beta + T) - b0));
  const end = Math.log(least + T);
  let width = 0;
  for (let from = Math.log(least + tx); from < end; from += width) {
    width = Math.min(3, end - from);
    // the integrand must not fall by more than exp(-12) within a panel; it falls fastest at the end
    for (let tries = 0; tries < 3; tries += 1) {
      const there = Math.exp(from + width);
      const fall = ((r + x) * there) / (alpha - least + there) + (s * there) / (beta - least + there);
      width = Math.min(width, 12 / fall);
    }
    const half = width / 2;
    const middle = from + half;
    let reached = 0;
    for (let k = 0; k < 16; k += 1) {
      const u = middle + half * (k < 8 ? points[k]! : -points[k - 8]!);
      const y = Math.exp(u) - least;
      const logA = alpha === least ? u : Math.log(alpha + y);
      const logB = beta === least ? u : Math.log(beta + y);
      const height = weights[k & 7]! * half * Math.exp(-(r + x) * (logA - a0) - s * (logB - b0)) * ((least + y) / (beta + y));
      reached += height;
      sums[0]! += height;
      sums[1]! += height * logA;
      sums[2]! += height / (alpha + y);
      sums[3]! += height * logB;
      sums[4]! += height / (beta + y);
    }
    if (reached < 1e-18 * sums[0]!) break;
  }
}

/** Pareto/NBD (Schmittlein, Morrison and Colombo, 1987): buys at a rate of their own (gamma r, alpha) during a lifetime of their own (exponential, rate gamma s, beta). */
export const paretoNbd: Model<keyof ParetoNbd, RepeatPurchases> = {
  id: "paretonbd",
  names: ["r", "alpha", "s", "beta"],
  starts(rows) {
    const { rate, age } = averages(rows);
    return [
      [0.5, 0.4 / rate, 0.6, 0.4 * age],
      [1, 1 / rate, 1.5, 2 * age],
    ];
  },
  likelihood(at, rows, slope) {
    const [r, alpha, s, beta] = [at[0]!, at[1]!, at[2]!, at[3]!];
    const ofR = rising(r, averages(rows).mostX);
    const [logAlpha, logBeta] = [Math.log(alpha), Math.log(beta)];
    const sums = new Float64Array(6);
    let total = 0;
    for (const { x, tx, T, weight } of rows) {
      ways(at, x, tx, T, sums);
      const active = sums[5]!;
      const whole = active + s * sums[0]!;
      total +=
        weight *
        (ofR.log[x]! + r * logAlpha + s * logBeta - (r + x) * Math.log(alpha + tx) - s * Math.log(beta + tx) + Math.log(whole));
      slope[0]! += weight * (ofR.slope[x]! + logAlpha - (active * Math.log(alpha + T) + s * sums[1]!) / whole);
      slope[1]! += weight * (r / alpha - ((r + x) * (active / (alpha + T) + s * sums[2]!)) / whole);
      slope[2]! += weight * (logBeta + (sums[0]! - active * Math.log(beta + T) - s * sums[3]!) / whole);
      slope[3]! += weight * (s / beta - (s * (active / (beta + T) + (s + 1) * sums[4]!)) / whole);
    }
    return total;
  },
};

/** Chance that the customer is still active at T. */
export function activeParetoNbd(p: ParetoNbd, { x, tx, T }: Omit<RepeatPurchases, "weight">): number {
  const sums = new Float64Array(6);
  ways([p.r, p.alpha, p.s, p.beta], x, tx, T, sums);
  return sums[5]! / (sums[5]! + p.s * sums[0]!);
}

/** (1 - (from / (from + t))^(s - 1)) / (s - 1), and its limit ln((from + t) / from) at s = 1. */
function lasting(s: number, from: number, t: number): number {
  const log = Math.log1p(t / from);
  return Math.abs(s - 1) < 1e-12 ? log : -Math.expm1(-(s - 1) * log) / (s - 1);
}

/** Purchases in the next t if the customer is active at T. */
export const ifActiveParetoNbd = ({ r, alpha, s, beta }: ParetoNbd, { x, T }: { x: number; T: number }, t: number): number =>
  (((r + x) * (beta + T)) / (alpha + T)) * lasting(s, beta + T, t);

/** Repeat purchases a new customer makes in t. */
export const newcomerParetoNbd = ({ r, alpha, s, beta }: ParetoNbd, t: number): number =>
  ((r * beta) / alpha) * lasting(s, beta, t);
