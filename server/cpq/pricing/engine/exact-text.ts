/** Exact numbers as text: a plain decimal where one exists, a fraction otherwise. Nothing is lost on the way and back. */
import { parseDecimal, type Rational, rational, reduce } from "#platform/rational.ts";

/** "12.5", "-3" or "8/31". */
export function exactText(value: Rational): string {
  const { num, den } = reduce(value);
  if (den === 1n) return num.toString();
  let [twos, fives, rest] = [0, 0, den];
  while (rest % 10n === 0n) [rest, twos, fives] = [rest / 10n, twos + 1, fives + 1];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  const places = Math.max(twos, fives);
  if (rest !== 1n || places > 30) return `${num}/${den}`;
  const digits = ((num < 0n ? -num : num) * 10n ** BigInt(places)) / den;
  const text = digits.toString().padStart(places + 1, "0");
  return `${num < 0n ? "-" : ""}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Reads back what exactText wrote. Throws RangeError when it is neither a decimal nor a fraction. */
export function parseExact(text: string): Rational {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) return rational(BigInt(fraction[1]!), BigInt(fraction[2]!));
  if (/^-?\d+$/.test(text)) return rational(BigInt(text));
  return parseDecimal(text);
}
