import type { Model } from "./fit-model.ts";
import { digamma, logGamma } from "./gamma-function.ts";

export type GammaGamma = Record<"p" | "q" | "v", number>;

/** A customer's number of purchases and their mean amount, in any unit of money; `weight` customers alike. */
export interface Spending {
  readonly x: number;
  readonly mean: number;
  readonly weight: number;
}

/**
 * Gamma-Gamma (Fader and Hardie, 2013): amounts of a customer vary (gamma p) about a mean of their own, which varies between
 * customers (p v / a gamma q). Needs the mean to be unrelated to how often they buy.
 */
export const gammaGamma: Model<keyof GammaGamma, Spending> = {
  id: "gammagamma",
  names: ["p", "q", "v"],
  starts(rows) {
    const size = rows.reduce((sum, row) => sum + row.weight, 0);
    const mean = rows.reduce((sum, row) => sum + row.weight * row.mean, 0) / size;
    return [
      [5, 4, (mean * 3) / 5],
      [1, 2, mean],
    ];
  },
  likelihood(at, rows, slope) {
    const [p, q, v] = [at[0]!, at[1]!, at[2]!];
    const ofX = new Map<number, readonly [number, number, number]>(); // by number of purchases: ln Γ(px + q) - ln Γ(px), and ψ of both
    const [logQ, psiQ, logV] = [logGamma(q), digamma(q), Math.log(v)];
    let total = 0;
    for (const { x, mean, weight } of rows) {
      let gammas = ofX.get(x);
      if (!gammas) ofX.set(x, (gammas = [logGamma(p * x + q) - logGamma(p * x), digamma(p * x + q), digamma(p * x)]));
      const [log, psiBoth, psiX] = gammas;
      const sum = x * mean;
      const [logSum, logAll] = [Math.log(sum), Math.log(sum + v)];
      total += weight * (log - logQ + q * logV + p * x * logSum - Math.log(mean) - (p * x + q) * logAll);
      slope[0]! += weight * x * (psiBoth - psiX + logSum - logAll);
      slope[1]! += weight * (psiBoth - psiQ + logV - logAll);
      slope[2]! += weight * (q / v - (p * x + q) / (sum + v));
    }
    return total;
  },
};

/** What is expected of the mean amount: the customer's own mean, drawn towards that of all the more, the less they bought. */
export interface ExpectedSpending {
  readonly spend: number;
  /** How much the customer's own mean counts, 0 to 1. */
  readonly ownWeight: number;
  /** Mean over all customers, p v / (q - 1); null where q <= 1 (no mean exists). */
  readonly population: number | null;
}

export function expectedSpending({ p, q, v }: GammaGamma, x: number, mean: number): ExpectedSpending | null {
  const population = q > 1 ? (p * v) / (q - 1) : null;
  if (x === 0 || !(mean > 0)) return population === null ? null : { spend: population, ownWeight: 0, population };
  if (p * x + q <= 1) return null;
  return { spend: (p * (v + x * mean)) / (p * x + q - 1), ownWeight: (p * x) / (p * x + q - 1), population };
}
