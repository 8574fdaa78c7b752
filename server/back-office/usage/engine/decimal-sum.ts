import { parseDecimal, type Rational, zero } from "#platform/rational.ts";

const isSafe = (value: number): boolean => value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
const powers = Array.from({ length: 13 }, (_, power) => 10 ** power);

/**
 * Running exact sums of decimal texts, many side by side in columns: thousands of windows stay in fast memory while a million
 * events are added in no particular order. Short texts add up as machine integers in one decimal scale per sum, which is
 * exact below 2^53; longer ones, and sums beyond that, go on as bigint.
 */
export interface DecimalSums {
  readonly small: Float64Array;
  readonly scale: Uint8Array;
  readonly large: Rational[];
}

export const openSums = (count: number): DecimalSums => ({
  small: new Float64Array(count),
  scale: new Uint8Array(count),
  large: Array.from({ length: count }, () => zero),
});

/** Adds one decimal text to one of the sums. Throws RangeError when it is not a decimal. */
export function addDecimal(sums: DecimalSums, index: number, text: string): void {
  const point = text.indexOf(".");
  const digits = point < 0 ? 0 : text.length - point - 1;
  const read = text.length <= 13 && digits <= 6 ? scaledInteger(text, point) : Number.NaN;
  if (Number.isNaN(read)) {
    sums.large[index] = plus(sums.large[index]!, parseDecimal(text));
    return;
  }
  if (digits > sums.scale[index]!) {
    flush(sums, index);
    sums.scale[index] = digits;
  }
  const scaled = read * powers[sums.scale[index]! - digits]!;
  const next = sums.small[index]! + scaled;
  if (isSafe(scaled) && isSafe(next)) sums.small[index] = next;
  else sums.large[index] = plus(sums.large[index]!, { num: BigInt(read), den: 10n ** BigInt(digits) });
}

/** One of the sums so far, exactly. */
export function totalOf(sums: DecimalSums, index: number): Rational {
  flush(sums, index);
  return sums.large[index]!;
}

/** The exact sum of a list of decimal texts. */
export function sumDecimals(texts: readonly string[]): Rational {
  const sums = openSums(1);
  for (const text of texts) addDecimal(sums, 0, text);
  return totalOf(sums, 0);
}

function flush(sums: DecimalSums, index: number): void {
  const small = sums.small[index]!;
  if (small !== 0) sums.large[index] = plus(sums.large[index]!, { num: BigInt(small), den: 10n ** BigInt(sums.scale[index]!) });
  sums.small[index] = 0;
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
