/** How the price of a service becomes revenue over the days it is served. Pure. */
import { daysBetween, plusDays, plusMonths } from "#back-office/subscriptions/engine/local-time.ts";

export interface Part {
  /** The last day of the part: revenue is recognised from then on. */
  on: string;
  amountMinor: bigint;
}

/**
 * Splits a net over the calendar months of its service by days, rounding the running total, so that the parts add up to
 * the net to the cent: 89.00 from 18 March to 17 April is 40.19 by 31 March and 48.81 by 17 April.
 */
export function monthlyParts(netMinor: bigint, from: string, to: string): Part[] {
  const days = daysBetween(from, to) + 1;
  if (days <= 1) return [{ on: to, amountMinor: netMinor }];
  const parts: Part[] = [];
  let given = 0n;
  for (let start = from; start <= to; ) {
    const monthEnd = plusDays(plusMonths(`${start.slice(0, 7)}-01`, 1), -1);
    const on = monthEnd < to ? monthEnd : to;
    const until = roundedShare(netMinor, daysBetween(from, on) + 1, days);
    parts.push({ on, amountMinor: until - given });
    given = until;
    start = plusDays(on, 1);
  }
  return parts;
}

/** net x done / whole, half away from zero. */
function roundedShare(netMinor: bigint, done: number, whole: number): bigint {
  const twice = netMinor * BigInt(done) * 2n;
  const size = twice < 0n ? -twice : twice;
  const rounded = (size + BigInt(whole)) / (2n * BigInt(whole));
  return twice < 0n ? -rounded : rounded;
}
