/** Exact numbers as text: a plain decimal where one exists, a fraction otherwise. Nothing is lost on the way and back. */
import { parseDecimal, type Rational, rational, reduce } from "#platform/rational.ts";

const places = 30;
const scale = 10n ** BigInt(places);

/** "12.5", "-3" or "8/31". */
export function exactText(value: Rational): string {
  const short = decimalOf(value.num, value.den);
  if (short !== null) return short;
  const { num, den } = reduce(value);
  return decimalOf(num, den) ?? `${num}/${den}`;
}

/** The plain decimal, when the denominator divides 10^30 as it stands. */
function decimalOf(num: bigint, den: bigint): string | null {
  if (den === 1n) return num.toString();
  if (scale % den !== 0n) return null;
  const digits = ((num < 0n ? -num : num) * (scale / den)).toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${num < 0n ? "-" : ""}${digits.slice(0, -places)}${fraction === "" ? "" : "."}${fraction}`;
}

/** Reads back what exactText wrote. Throws RangeError when it is neither a decimal nor a fraction. */
export function parseExact(text: string): Rational {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) return rational(BigInt(fraction[1]!), BigInt(fraction[2]!));
  if (/^-?\d+$/.test(text)) return rational(BigInt(text));
  return parseDecimal(text);
}
