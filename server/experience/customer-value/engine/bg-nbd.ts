import type { Model } from "./fit-model.ts";
import { rising } from "./gamma-function.ts";
import { purchasesWhileActive } from "./purchases-while-active.ts";
import { averages, type RepeatPurchases } from "./repeat-purchases.ts";

export type BgNbd = Record<"r" | "alpha" | "a" | "b", number>;

/**
 * BG/NBD (Fader, Hardie and Lee, 2005): while active a customer buys at a rate of their own (gamma r, alpha); after each
 * repeat purchase they leave for good with a chance of their own (beta a, b).
 */
export const bgNbd: Model<keyof BgNbd, RepeatPurchases> = {
  id: "bgnbd",
  names: ["r", "alpha", "a", "b"],
  starts(rows) {
    const { rate } = averages(rows);
    return [
      [0.5, 0.5 / rate, 0.8, 2.5],
      [1, 1 / rate, 0.3, 3],
      [2, 2 / rate, 2, 10],
    ];
  },
  likelihood(at, rows, slope) {
    const [r, alpha, a, b] = [at[0]!, at[1]!, at[2]!, at[3]!];
    const { mostX } = averages(rows);
    const [ofR, ofB, ofAb] = [rising(r, mostX), rising(b, mostX), rising(a + b, mostX)];
    const logAlpha = Math.log(alpha);
    let total = 0;
    for (const { x, tx, T, weight } of rows) {
      const logT = Math.log(alpha + T);
      const stayed = -(r + x) * logT;
      let whole = stayed;
      let left = 0; // the chance of having left, as the likelihood weighs it
      if (x > 0) {
        const gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + tx);
        const high = Math.max(stayed, gone);
        whole = high + Math.log(Math.exp(stayed - high) + Math.exp(gone - high));
        left = Math.exp(gone - whole);
      }
      total += weight * (ofR.log[x]! + r * logAlpha + ofB.log[x]! - ofAb.log[x]! + whole);
      const logTx = x > 0 ? Math.log(alpha + tx) : 0;
      slope[0]! += weight * (ofR.slope[x]! + logAlpha - (1 - left) * logT - left * logTx);
      slope[1]! += weight * (r / alpha - (r + x) * ((1 - left) / (alpha + T) + left / (alpha + tx)));
      slope[2]! += weight * (-ofAb.slope[x]! + left / a);
      slope[3]! += weight * (ofB.slope[x]! - ofAb.slope[x]! - (x > 0 ? left / (b + x - 1) : 0));
    }
    return total;
  },
};

/** Chance that the customer has not left for good at T. Without a repeat purchase nobody can have left: 1. */
export function activeBgNbd({ r, alpha, a, b }: BgNbd, { x, tx, T }: Omit<RepeatPurchases, "weight">): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * (Math.log(alpha + T) - Math.log(alpha + tx))));
}

/** Purchases in the next t if the customer is active at T. */
export const ifActiveBgNbd = ({ r, alpha, a, b }: BgNbd, { x, T }: { x: number; T: number }, t: number): number =>
  purchasesWhileActive(a, b + x, r + x, alpha + T, t);

/** Repeat purchases a new customer makes in t. */
export const newcomerBgNbd = ({ r, alpha, a, b }: BgNbd, t: number): number => purchasesWhileActive(a, b, r, alpha, t);

/** Chance that a new customer makes exactly n repeat purchases in t. */
export function chanceOfPurchasesBgNbd({ r, alpha, a, b }: BgNbd, n: number, t: number): number {
  const share = t / (alpha + t);
  let term = Math.exp(r * Math.log(alpha / (alpha + t))); // of k purchases by a customer who never leaves, k = 0, 1, ...
  let fewer = 0;
  let kept = 1; // (b)_k / (a + b)_k: the chance of still being there after k
  for (let k = 0; k < n; k += 1) {
    fewer += term;
    term *= ((r + k) / (k + 1)) * share;
    if (k < n - 1) kept *= (b + k) / (a + b + k);
  }
  if (n === 0) return term;
  const leaves = (kept * a) / (a + b + n - 1);
  return ((kept * (b + n - 1)) / (a + b + n - 1)) * term + leaves * Math.max(0, 1 - fewer);
}
