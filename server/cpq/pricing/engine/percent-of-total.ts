/** Lines that cost a share of other lines: what their share is taken of. */
import { type Rational, rational } from "#platform/rational.ts";
import type { PercentOfTotal } from "./case.ts";
import type { Offer } from "./offer.ts";
import type { PricedLine } from "./priced.ts";
import { inScope } from "./scope.ts";

/**
 * The base of a percent_of_total price: the rounded amounts of the covered lines, for one period or for their whole term.
 * Lines that are themselves percent_of_total are never covered (the caller leaves them out), so no circle can arise.
 */
export function shareBase({ list: { price }, chosen: { per } }: Offer, lines: readonly PricedLine[], scale: bigint): Rational {
  if (price.kind !== "percent_of_total") throw new Error("only percent_of_total lines are priced from other lines");
  const basis = price.basis ?? (per === "once" ? "total" : "period");
  let sum = 0n;
  for (const line of lines) {
    if (!covers(price, line)) continue;
    sum += basis === "total" ? line.amountMinor : line.segments[0]!.periodNetMinor;
  }
  return rational(sum, scale);
}

function covers(price: PercentOfTotal, line: PricedLine): boolean {
  if (price.lines !== null) {
    if (price.lines.has(line.id)) return true;
    if (price.scope.products === null && price.scope.families === null) return false;
  }
  return inScope(price.scope, line.product, line.family);
}
