/**
 * Money is whole minor units (cents) of one currency, as bigint. Never a float.
 * In JSON a minor amount travels as a string of digits; in PostgreSQL as bigint.
 */
import { multiply, parseDecimal, rational, type Rational } from "./rational.ts";
import { type RoundingPolicy, roundToInteger, toFixed } from "./rounding.ts";

export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** ISO 4217 currencies whose minor unit is not 1/100. Source: ISO 4217 list one. */
const exponents: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  ISK: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  VND: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the point in a currency: EUR 2, JPY 0, KWD 3. */
export const currencyExponent = (currency: string): number => exponents[currency] ?? 2;

/** Rounds an exact amount of major units (12.345 EUR) to minor units (1235). The one named way out of a calculation. */
export function toMinor(major: Rational, currency: string, policy: RoundingPolicy = "half_away_from_zero"): bigint {
  return roundToInteger(multiply(major, rational(10n ** BigInt(currencyExponent(currency)))), policy);
}

/** Minor units as an exact amount of major units: 1235 EUR cents -> 1235/100. */
export const fromMinor = (minor: bigint, currency: string): Rational =>
  rational(minor, 10n ** BigInt(currencyExponent(currency)));

/** "12.50" as 1250n. Throws RangeError when there are more digits than the currency has. */
export function parseMoney(text: string, currency: string): bigint {
  const exact = multiply(parseDecimal(text), rational(10n ** BigInt(currencyExponent(currency))));
  if (exact.num % exact.den !== 0n) throw new RangeError(`"${text}" has more digits than ${currency} allows`);
  return exact.num / exact.den;
}

/** 1250n as "12.50": plain decimal text for documents, exports and XML. For people use `formatMoney` in i18n. */
export const decimalText = (minor: bigint, currency: string): string =>
  toFixed(fromMinor(minor, currency), currencyExponent(currency));

/** base x rate, rounded once: percentOf(10_050n, "20") = 2010n. */
export function percentOf(minor: bigint, percent: string, policy: RoundingPolicy = "half_away_from_zero"): bigint {
  const rate = parseDecimal(percent);
  return roundToInteger({ num: minor * rate.num, den: rate.den * 100n }, policy);
}
