import type { Rational } from "./rational.ts";

/** How a fraction becomes an integer. The default everywhere is `half_away_from_zero` (line.md, laws: money). */
export type RoundingPolicy = "half_away_from_zero" | "half_even" | "up" | "down" | "ceiling" | "floor";

/** The integer nearest to a fraction under a policy: roundToInteger(5/2) = 3, half_even = 2. */
export function roundToInteger(value: Rational, policy: RoundingPolicy = "half_away_from_zero"): bigint {
  const { num, den } = value;
  const negative = num < 0n;
  const size = negative ? -num : num;
  const whole = size / den;
  const rest = size % den;
  if (rest === 0n) return negative ? -whole : whole;
  const away = awayFromZero(policy, negative, whole, rest * 2n, den) ? whole + 1n : whole;
  return negative ? -away : away;
}

function awayFromZero(policy: RoundingPolicy, negative: boolean, whole: bigint, twice: bigint, den: bigint): boolean {
  switch (policy) {
    case "half_away_from_zero":
      return twice >= den;
    case "half_even":
      return twice === den ? whole % 2n === 1n : twice > den;
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
  }
}

/** A fraction as a decimal text with exactly `places` digits: toFixed(2/3, 4) = "0.6667". */
export function toFixed(value: Rational, places: number, policy: RoundingPolicy = "half_away_from_zero"): string {
  const scaled = roundToInteger({ num: value.num * 10n ** BigInt(places), den: value.den }, policy);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
