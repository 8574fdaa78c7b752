/** Sums of many fractions without ever-growing denominators. */
import { add, type Rational, reduce, zero } from "#platform/rational.ts";

/** The exact sum: numerators are added per denominator first, so ten thousand decimals stay as small as one. */
export function sumExact(values: readonly Rational[]): Rational {
  const perDenominator = new Map<bigint, bigint>();
  for (const { num, den } of values) perDenominator.set(den, (perDenominator.get(den) ?? 0n) + num);
  let sum = zero;
  for (const [den, num] of perDenominator) sum = reduce(add(sum, { num, den }));
  return sum;
}
