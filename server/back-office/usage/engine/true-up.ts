import { multiply, type Rational } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import { deltaOf } from "./rate-usage.ts";

/**
 * What usage fell short of a commitment: max(0, minimum x share - used), less the true-ups already booked for the period.
 * `minimum`: exact minor units for a whole period; `share`: the part of the period under contract; `used`: net billed for the
 * usage of the period, corrections included. Late usage after a true-up gives part of it back (a negative delta).
 */
export function trueUp(input: { minimum: Rational; share: Rational; used: bigint; booked?: readonly bigint[] }) {
  const committed = roundToInteger(multiply(input.minimum, input.share));
  const short = committed > input.used ? committed - input.used : 0n;
  return { committed, used: input.used, short, ...deltaOf(short, input.booked ?? []) };
}
