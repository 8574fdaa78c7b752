import { normalQuantile, z95 } from "./normal.ts";

/** Answers needed so that a share is known to `margin` (0.05 is 5 points) with 95 %; without an expected share, the worst case of one half. */
export function answersNeededForShare(margin: number, expected = 0.5): number {
  if (!(margin > 0 && margin < 1)) throw new RangeError("the margin of a share lies between 0 and 1");
  if (!(expected >= 0 && expected <= 1)) throw new RangeError("an expected share lies between 0 and 1");
  return Math.ceil((z95 ** 2 * expected * (1 - expected)) / margin ** 2);
}

/**
 * Answers needed in each of two groups, so that a difference of `points` NPS points is seen at 5 % (two-sided) with the given
 * chance (power). The shares are what is expected in both; without them the worst case.
 */
export function answersNeededToCompare(
  points: number,
  expected?: { promoters: number; detractors: number },
  power = 0.8,
): number {
  if (!(points > 0)) throw new RangeError("the difference to see must be more than 0 points");
  const variance = expected ? expected.promoters + expected.detractors - (expected.promoters - expected.detractors) ** 2 : 1;
  return Math.ceil((2 * variance * (z95 + normalQuantile(power)) ** 2) / (points / 100) ** 2);
}
