import { parseDecimal, type Rational, rational } from "#platform/rational.ts";

const safe = Number.MAX_SAFE_INTEGER;
const powers = Array.from({ length: 13 }, (_, power) => 10 ** power);

/**
 * The exact sum of decimal texts. Short ones add up as machine integers in one fixed scale, which stays exact below 2^53;
 * longer ones, and sums beyond that, go on as bigint.
 */
export function sumDecimals(texts: Iterable<string>): Rational {
  let scale = 0;
  let small = 0;
  let large = rational(0n);
  const flush = (): void => {
    large = plus(large, { num: BigInt(small), den: 10n ** BigInt(scale) });
    small = 0;
  };
  for (const text of texts) {
    const point = text.indexOf(".");
    const digits = point < 0 ? 0 : text.length - point - 1;
    const read = text.length <= 13 && digits <= 6 ? scaledInteger(text, point) : Number.NaN;
    if (Number.isNaN(read)) {
      large = plus(large, parseDecimal(text));
      continue;
    }
    if (digits > scale) {
      flush();
      scale = digits;
    }
    const next = small + read * powers[scale - digits]!;
    if (next > safe || next < -safe) {
      flush();
      small = read * powers[scale - digits]!;
    } else small = next;
  }
  flush();
  return large;
}

/** "12.50" as 1250, or NaN when it is not a plain decimal. */
function scaledInteger(text: string, point: number): number {
  let value = 0;
  let seen = 0;
  const negative = text.charCodeAt(0) === 45;
  for (let index = negative ? 1 : 0; index < text.length; index += 1) {
    if (index === point) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
    seen += 1;
  }
  if (seen === 0 || point === text.length - 1) return Number.NaN;
  return negative ? -value : value;
}

/** a + b for decimals: one denominator divides the other, so the fraction never grows beyond the finer scale. */
function plus(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  return a.den > b.den
    ? { num: a.num + b.num * (a.den / b.den), den: a.den }
    : { num: a.num * (b.den / a.den) + b.num, den: b.den };
}
