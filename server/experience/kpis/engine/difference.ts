import { meanOf, type Mean } from "./mean.ts";
import { twoSided, z95 } from "./normal.ts";

export interface Difference {
  difference: number;
  low: number;
  high: number;
  pValue: number;
}

/**
 * Yes-or-no samples get one success and one failure more in each group (Agresti and Caffo, 2000): honest with few samples,
 * where the plain interval claims too much.
 */
const steadied = (values: readonly number[]): Mean | null => {
  const found = meanOf(values);
  if (!found || !values.every((value) => value === 0 || value === 1)) return found;
  const n = values.length + 2;
  const mean = (found.mean * values.length + 1) / n;
  const variance = mean * (1 - mean);
  return { n, mean, variance, standardError: Math.sqrt(variance / n) };
};

const told = (difference: number, error: number): Difference => ({
  difference,
  low: difference - z95 * error,
  high: difference + z95 * error,
  pValue: error === 0 ? (difference === 0 ? 1 : 0) : twoSided(difference / error),
});

/** After less before, with a 95 % interval (unequal variances). Null when either is empty. */
export function differenceOf(before: readonly number[], after: readonly number[]): Difference | null {
  const [a, b] = [steadied(before), steadied(after)];
  if (!a || !b) return null;
  return told(b.mean - a.mean, Math.hypot(a.standardError, b.standardError));
}

/**
 * Difference in differences: how much more those an action was for changed than those it was not for. Rests on both moving
 * alike without the action. Null when any of the four groups is empty.
 */
export function differenceInDifferences(groups: {
  treatedBefore: readonly number[];
  treatedAfter: readonly number[];
  othersBefore: readonly number[];
  othersAfter: readonly number[];
}): Difference | null {
  const four = [groups.treatedBefore, groups.treatedAfter, groups.othersBefore, groups.othersAfter].map(steadied);
  const [treatedBefore, treatedAfter, othersBefore, othersAfter] = four;
  if (!treatedBefore || !treatedAfter || !othersBefore || !othersAfter) return null;
  return told(
    treatedAfter.mean - treatedBefore.mean - (othersAfter.mean - othersBefore.mean),
    Math.hypot(...four.map((each) => each!.standardError)),
  );
}
