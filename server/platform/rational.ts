/**
 * Exact fractions. Inside a calculation nothing is ever rounded; `round-money.ts` is the only way out.
 * Invariant: `den` is positive. Fractions are reduced lazily (see `reduce`) because most sums never need it.
 */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const zero: Rational = { num: 0n, den: 1n };
export const one: Rational = { num: 1n, den: 1n };

/** A fraction num/den. Throws RangeError when den is 0. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError("rational: the denominator is zero");
  return den < 0n ? { num: -num, den: -den } : { num, den };
}

/** Reads a plain decimal such as "-12.50" or "0.0006" exactly. Throws RangeError naming what was read otherwise. */
export function parseDecimal(text: string): Rational {
  const match = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not a plain decimal number such as 12.50`);
  const [, sign, whole, fraction = ""] = match;
  const num = BigInt(whole + fraction);
  return { num: sign === "-" ? -num : num, den: 10n ** BigInt(fraction.length) };
}

export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den });
/** a / b. Throws RangeError when b is 0. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const isZero = (a: Rational): boolean => a.num === 0n;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same value with the smallest numbers: 50/100 becomes 1/2. */
export function reduce(a: Rational): Rational {
  const divisor = greatestCommonDivisor(a.num, a.den);
  return divisor <= 1n ? a : { num: a.num / divisor, den: a.den / divisor };
}

/** "8/31" or "12": how a derivation shows a factor. */
export function formatFraction(a: Rational): string {
  const { num, den } = reduce(a);
  return den === 1n ? `${num}` : `${num}/${den}`;
}
