import { add, compare, minimum, multiply, one, type Rational, rational, zero } from "#platform/rational.ts";
import { type RoundingPolicy, roundToInteger } from "#platform/rounding.ts";
import { dateOf, daysBetween } from "./local-time.ts";
import type { ProrationBasis, Span } from "./types.ts";

/** What a part of a period costs and why: net = round(amount x (before + share)) - round(amount x before). */
export interface Proration {
  readonly share: Rational;
  readonly before: Rational;
  /** amount x share, not rounded. */
  readonly exact: Rational;
  /** Whole minor units. */
  readonly net: bigint;
}

/** 30E/360 position of a date: every month has 30 days, the 31st counts as the 30th. */
function day360(text: string): number {
  const [year = 0, month = 0, day = 0] = dateOf(text).split("-").map(Number);
  return year * 360 + month * 30 + Math.min(day, 30);
}

/** How long a span is in the unit of a basis: days, seconds or 30-day-month days. */
export function measure(span: Span, basis: ProrationBasis): bigint {
  if (basis === "second") return BigInt(Math.round((span.toMs - span.fromMs) / 1000));
  if (basis === "fixed_30") return BigInt(day360(span.to) - day360(span.from));
  return BigInt(daysBetween(span.from, span.to));
}

/** The share of a period that a service makes up, as an exact fraction from 0 to 1: 17 of March's 31 days -> 17/31. */
export function shareOf(service: Span, period: Span, basis: ProrationBasis): Rational {
  if (service.from <= period.from && service.to >= period.to) return one;
  if (basis === "full") return one;
  if (basis === "none") return zero;
  const whole = measure(period, basis);
  return whole <= 0n ? zero : minimum(one, rational(measure(service, basis), whole));
}

/**
 * The price of a part of a period. `amount`: the exact price of the whole period in minor units. `before`: the share of the
 * same period already billed at the same price. Parts are rounded cumulatively, so they always add up to the rounded whole;
 * a part on its own is simply round(amount x share).
 * prorate({ amount: 50,000.00, period: March, service: 15 to 31 March, basis: "day" }) -> share 17/31, net 2_741_935n.
 */
export function prorate(input: {
  amount: Rational;
  period: Span;
  service: Span;
  basis: ProrationBasis;
  before?: Rational;
  policy?: RoundingPolicy;
}): Proration {
  return prorateShare(input.amount, shareOf(input.service, input.period, input.basis), input.before ?? zero, input.policy);
}

/** `prorate` when the shares are already known (they travel on the obligation). */
export function prorateShare(
  amount: Rational,
  share: Rational,
  before: Rational = zero,
  policy: RoundingPolicy = "half_away_from_zero",
): Proration {
  const upTo = minimum(one, add(before, share));
  const real = compare(before, one) >= 0 ? zero : share;
  const net = roundToInteger(multiply(amount, upTo), policy) - roundToInteger(multiply(amount, minimum(one, before)), policy);
  return { share: real, before, exact: multiply(amount, real), net };
}
