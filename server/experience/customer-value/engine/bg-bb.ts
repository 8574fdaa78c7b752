import type { Model } from "./fit-model.ts";
import { rising } from "./gamma-function.ts";
import type { RepeatPurchases } from "./repeat-purchases.ts";

export type BgBb = Record<"alpha" | "beta" | "gamma" | "delta", number>;

/**
 * BG/BB (Fader, Hardie and Shang, 2010): at each of n set occasions (a year's appeal, a month) an active customer buys with a
 * chance of their own (beta alpha, beta), and before each one leaves for good with a chance of their own (beta gamma, delta).
 * Rows count occasions: x bought, the last the tx-th, of T.
 */
export const bgBb: Model<keyof BgBb, RepeatPurchases> = {
  id: "bgbb",
  names: ["alpha", "beta", "gamma", "delta"],
  starts: () => [
    [1, 1, 0.7, 2.5],
    [0.5, 1.5, 0.3, 3],
    [3, 3, 1, 10],
  ],
  likelihood(at, rows, slope) {
    const [alpha, beta, gamma, delta] = [at[0]!, at[1]!, at[2]!, at[3]!];
    const most = rows.reduce((all, row) => Math.max(all, row.T), 0) + 1;
    const [a, b, ab] = [rising(alpha, most), rising(beta, most), rising(alpha + beta, most)];
    const [d, gd] = [rising(delta, most), rising(gamma + delta, most)];
    let total = 0;
    for (const { x, tx, T: n, weight } of rows) {
      // each way: gone before occasion k + 1 (tx <= k < n), or still there after n
      const logs: number[] = [];
      for (let k = tx; k <= n; k += 1)
        logs.push(b.log[k - x]! - ab.log[k]! + d.log[k]! - (k < n ? gd.log[k + 1]! - Math.log(gamma) : gd.log[k]!));
      const high = Math.max(...logs);
      const sum = logs.reduce((all, log) => all + Math.exp(log - high), 0);
      total += weight * (a.log[x]! + high + Math.log(sum));
      slope[0]! += weight * a.slope[x]!;
      logs.forEach((log, index) => {
        const k = tx + index;
        const share = (weight * Math.exp(log - high)) / sum;
        const together = gd.slope[k < n ? k + 1 : k]!;
        slope[0]! -= share * ab.slope[k]!;
        slope[1]! += share * (b.slope[k - x]! - ab.slope[k]!);
        slope[2]! += share * ((k < n ? 1 / gamma : 0) - together);
        slope[3]! += share * (d.slope[k]! - together);
      });
    }
    return total;
  },
};

/** Chance of being active at the occasion after the n seen: those who bought at the last one may leave before the next, too. */
export function activeBgBb(p: BgBb, { x, tx, T: n }: Omit<RepeatPurchases, "weight">): number {
  const { alpha, beta, gamma, delta } = p;
  const whole = bgBb.likelihood([alpha, beta, gamma, delta], [{ x, tx, T: n, weight: 1 }], new Float64Array(4));
  const log = (base: number, k: number) => rising(base, k).log[k]!;
  const stayed = log(alpha, x) + log(beta, n - x) - log(alpha + beta, n) + log(delta, n + 1) - log(gamma + delta, n + 1);
  return Math.min(1, Math.exp(stayed - whole));
}

/** At how many of the next t occasions a customer buys who is active at the first of them. t is whole. */
export function ifActiveBgBb({ alpha, beta, gamma, delta }: BgBb, { x, T: n }: { x: number; T: number }, t: number): number {
  let there = 1;
  let sum = 0;
  for (let k = 0; k < t; k += 1) {
    sum += there;
    there *= (delta + n + k + 1) / (gamma + delta + n + k + 1);
  }
  return ((alpha + x) / (alpha + beta + n)) * sum;
}

/** Purchases of a new customer at the first t occasions. */
export const newcomerBgBb = (p: BgBb, t: number): number => (p.delta / (p.gamma + p.delta)) * ifActiveBgBb(p, { x: 0, T: 0 }, t);
