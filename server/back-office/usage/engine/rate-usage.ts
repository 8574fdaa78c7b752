import { rateTiers } from "#cpq/pricing/engine/tiers.ts";
import type { PriceModel, RatingContext, TierStep } from "#cpq/pricing/engine/models.ts";
import { toMinor } from "#platform/money.ts";
import { compare, multiply, parseDecimal, type Rational, rational, subtract, zero } from "#platform/rational.ts";

/** A window rated as a whole, and what that changes against what is booked. Amounts in minor units. */
export interface UsageRating {
  /** The quantity after what is included. */
  readonly billable: Rational;
  readonly steps: readonly TierStep[];
  /** The exact charge in major units, after the phase's discount. */
  readonly exact: Rational;
  /** What the window costs in all. */
  readonly cumulative: bigint;
  readonly booked: bigint;
  /** What is to be billed (or, negative, given back) now. */
  readonly delta: bigint;
  /** "period" the first time, then "correction#1", "correction#2" ...: part of the obligation's key. */
  readonly reason: string;
}

/**
 * Delta rating: what is due now for a window = its whole charge less everything booked for it.
 * deltaOf(80_00n, [150_00n]) = -70_00n: sixteen units at 5 after fifteen at 10 were billed.
 */
export function deltaOf(cumulative: bigint, booked: readonly bigint[]): { booked: bigint; delta: bigint; reason: string } {
  const already = booked.reduce((sum, net) => sum + net, 0n);
  return { booked: already, delta: cumulative - already, reason: booked.length === 0 ? "period" : `correction#${booked.length}` };
}

/**
 * Rates a window's quantity by its price model and says what that changes. `included` is free quantity; `booked` are the nets
 * of all lines this window already has, first line and corrections alike. A negative quantity (more taken back than used)
 * costs as zero. Throws RangeError when the model does not cover the quantity.
 */
export function rateUsage(input: {
  quantity: Rational;
  model: PriceModel;
  currency: string;
  included?: Rational;
  percentOff?: string;
  context?: RatingContext;
  booked?: readonly bigint[];
}): UsageRating {
  const left = input.included ? subtract(input.quantity, input.included) : input.quantity;
  const billable = compare(left, zero) > 0 ? left : zero;
  const { amount, steps } = rateTiers(input.model, billable, input.context);
  const off = input.percentOff ? parseDecimal(input.percentOff) : zero;
  const exact = off.num === 0n ? amount : multiply(amount, subtract(rational(1n), { num: off.num, den: off.den * 100n }));
  const cumulative = toMinor(exact, input.currency);
  return { billable, steps, exact, cumulative, ...deltaOf(cumulative, input.booked ?? []) };
}
