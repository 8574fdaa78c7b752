import { twoSided, z95 } from "./normal.ts";

export interface NpsCounts {
  promoters: number;
  passives: number;
  detractors: number;
}
export interface Nps {
  n: number;
  /** 100 (P - D), from -100 to 100. */
  score: number;
  standardError: number;
  /** Half the width of the 95 % interval. */
  margin: number;
  low: number;
  high: number;
}

/** Promoters 9-10, passives 7-8, detractors 0-6. */
export const countNps = (scores: readonly number[]): NpsCounts => ({
  promoters: scores.filter((score) => score >= 9).length,
  passives: scores.filter((score) => score >= 7 && score < 9).length,
  detractors: scores.filter((score) => score < 7).length,
});

/**
 * Net Promoter Score with its margin: each answer is +1, 0 or -1, so the variance of one answer is P + D - (P - D)^2.
 * Null when nobody answered. Throws RangeError on a negative or broken count.
 */
export function netPromoterScore({ promoters, passives, detractors }: NpsCounts): Nps | null {
  for (const count of [promoters, passives, detractors])
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError("NPS counts are whole numbers, zero or more");
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const [p, d] = [promoters / n, detractors / n];
  const standardError = 100 * Math.sqrt((p + d - (p - d) ** 2) / n);
  const score = 100 * (p - d);
  const margin = z95 * standardError;
  return { n, score, standardError, margin, low: Math.max(-100, score - margin), high: Math.min(100, score + margin) };
}

/** Whether two scores differ: z of their difference and its two-sided p-value. Null when either group is empty or both never vary. */
export function compareNps(a: NpsCounts, b: NpsCounts): { difference: number; z: number; pValue: number } | null {
  const [one, two] = [netPromoterScore(a), netPromoterScore(b)];
  if (!one || !two) return null;
  const error = Math.hypot(one.standardError, two.standardError);
  if (error === 0) return null;
  const z = (one.score - two.score) / error;
  return { difference: one.score - two.score, z, pValue: twoSided(z) };
}

/** Answers needed for a 95 % margin of `margin` points, given the shares expected; without them the worst case (half and half). */
export function answersNeeded(margin: number, expected?: { promoters: number; detractors: number }): number {
  if (!(margin > 0)) throw new RangeError("the margin must be more than 0 points");
  const variance = expected ? expected.promoters + expected.detractors - (expected.promoters - expected.detractors) ** 2 : 1;
  return Math.ceil((z95 ** 2 * variance) / (margin / 100) ** 2);
}
