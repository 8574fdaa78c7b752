import type { Span } from "#back-office/subscriptions/engine/types.ts";
import { add, compare, parseDecimal, type Rational, rational, reduce, zero } from "#platform/rational.ts";
import { sumDecimals } from "./sum-decimals.ts";
import type { Aggregate, Aggregation, UsageEvent } from "./types.ts";

/**
 * The accepted events of one item as one quantity for a window [from, to) of instants.
 *
 * - count: how many. sum: their quantities added. max: the highest quantity (0 without events, never below 0).
 * - unique: how many different values. latest: the quantity of the last event (0 without events).
 * - weighted_sum: quantities change a running total; each total counts for the share of the window it lasted. Events before
 *   the window set the total it opens with: +2,500 on 5 March -> 2,500 x 27/31 in March, and opens April with 2,500.
 *
 * The result does not depend on the order of the events. Throws RangeError when a quantity is not a decimal.
 */
export function aggregate(usage: readonly UsageEvent[], kind: Aggregation, period: Pick<Span, "fromMs" | "toMs">): Aggregate {
  const { fromMs, toMs } = period;
  const inside = usage.every((event) => event.atMs >= fromMs && event.atMs < toMs)
    ? usage
    : usage.filter((event) => event.atMs >= fromMs && event.atMs < toMs);
  const events = inside.length;
  switch (kind) {
    case "count":
      return { kind, quantity: rational(BigInt(events)), events };
    case "sum":
      return { kind, quantity: sumDecimals(quantitiesOf(inside)), events };
    case "max":
      return {
        kind,
        quantity: inside.map((event) => parseDecimal(event.quantity)).reduce((a, b) => (compare(a, b) >= 0 ? a : b), zero),
        events,
      };
    case "unique":
      return { kind, quantity: rational(BigInt(new Set(inside.map((event) => event.value ?? event.quantity)).size)), events };
    case "latest":
      return { kind, quantity: latest(inside), events };
    case "weighted_sum":
      return weightedSum(usage, inside, fromMs, toMs);
  }
}

function* quantitiesOf(events: readonly UsageEvent[]): Generator<string> {
  for (const event of events) yield event.quantity;
}

function latest(events: readonly UsageEvent[]): Rational {
  let last: UsageEvent | undefined;
  for (const event of events) if (!last || isLater(event, last)) last = event;
  return last ? parseDecimal(last.quantity) : zero;
}

/** Two events of one instant: the one recorded later, then the higher id, stands. */
function isLater(a: UsageEvent, b: UsageEvent): boolean {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs;
  if (a.recordedAtMs !== b.recordedAtMs) return a.recordedAtMs > b.recordedAtMs;
  return `${a.id} ${a.source ?? ""}` > `${b.id} ${b.source ?? ""}`;
}

/** Sum over time: each change counts for the rest of the window, so order does not matter and nothing needs sorting. */
function weightedSum(usage: readonly UsageEvent[], inside: readonly UsageEvent[], fromMs: number, toMs: number): Aggregate {
  const opening = sumDecimals(quantitiesOf(usage.filter((event) => event.atMs < fromMs)));
  const lengthMs = BigInt(toMs - fromMs);
  let weighted = rational(0n);
  for (const event of inside) {
    const change = parseDecimal(event.quantity);
    weighted = reduce(add(weighted, { num: change.num * BigInt(toMs - event.atMs), den: change.den }));
  }
  const quantity = lengthMs === 0n ? opening : reduce(add(opening, { num: weighted.num, den: weighted.den * lengthMs }));
  return { kind: "weighted_sum", quantity, events: inside.length, opening };
}
