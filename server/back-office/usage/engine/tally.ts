import { add, compare, parseDecimal, type Rational, rational, reduce, zero } from "#platform/rational.ts";
import { addDecimal, openSums, totalOf } from "./decimal-sum.ts";
import type { Aggregate, Aggregation, UsageEvent } from "./types.ts";

/** Counts a window event by event, in any order. A tally takes only its window's events (weighted sums also earlier ones). */
export interface Tally {
  add(event: UsageEvent): void;
  close(): Aggregate;
}

/** The bounds of a window as instants: from included, to excluded. */
export interface TallyWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Opens the count of one window. What each kind means is said at `aggregate`. */
export function openTally(kind: Aggregation, window: TallyWindow, clock: (ms: number) => number = asIs): Tally {
  switch (kind) {
    case "count":
      return countTally();
    case "sum":
      return sumTally();
    case "max":
      return maxTally();
    case "unique":
      return uniqueTally();
    case "latest":
      return latestTally();
    case "weighted_sum":
      return weightedTally(window, clock);
  }
}

const asIs = (ms: number): number => ms;

function countTally(): Tally {
  let events = 0;
  return {
    add: () => void (events += 1),
    close: () => ({ kind: "count", quantity: rational(BigInt(events)), events }),
  };
}

function sumTally(): Tally {
  const sums = openSums(1);
  let events = 0;
  return {
    add(event) {
      events += 1;
      addDecimal(sums, 0, event.quantity);
    },
    close: () => ({ kind: "sum", quantity: totalOf(sums, 0), events }),
  };
}

function maxTally(): Tally {
  let highest: Rational = zero;
  let events = 0;
  return {
    add(event) {
      events += 1;
      const quantity = parseDecimal(event.quantity);
      if (compare(quantity, highest) > 0) highest = quantity;
    },
    close: () => ({ kind: "max", quantity: highest, events }),
  };
}

function uniqueTally(): Tally {
  const values = new Set<string>();
  let events = 0;
  return {
    add(event) {
      events += 1;
      values.add(event.value ?? event.quantity);
    },
    close: () => ({ kind: "unique", quantity: rational(BigInt(values.size)), events }),
  };
}

function latestTally(): Tally {
  let last: UsageEvent | undefined;
  let events = 0;
  return {
    add(event) {
      events += 1;
      if (!last || isLater(event, last)) last = event;
    },
    close: () => ({ kind: "latest", quantity: last ? parseDecimal(last.quantity) : zero, events }),
  };
}

/** Two events of one instant: the one recorded later, then the higher id, stands. */
function isLater(a: UsageEvent, b: UsageEvent): boolean {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs;
  if (a.recordedAtMs !== b.recordedAtMs) return a.recordedAtMs > b.recordedAtMs;
  return `${a.id} ${a.source ?? ""}` > `${b.id} ${b.source ?? ""}`;
}

/** Each change counts for the rest of the window, so order does not matter and nothing needs sorting. */
function weightedTally(window: TallyWindow, clock: (ms: number) => number): Tally {
  const opening = openSums(1);
  const endsMs = clock(window.toMs);
  const lengthMs = endsMs - clock(window.fromMs);
  let weighted = rational(0n);
  let events = 0;
  return {
    add(event) {
      if (event.atMs < window.fromMs) return addDecimal(opening, 0, event.quantity);
      events += 1;
      const change = parseDecimal(event.quantity);
      weighted = reduce(add(weighted, { num: change.num * BigInt(endsMs - clock(event.atMs)), den: change.den }));
    },
    close() {
      const start = totalOf(opening, 0);
      const share = lengthMs === 0 ? zero : { num: weighted.num, den: weighted.den * BigInt(lengthMs) };
      return { kind: "weighted_sum", quantity: reduce(add(start, share)), events, opening: start };
    },
  };
}
