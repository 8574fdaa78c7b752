import { openTally, type TallyWindow } from "./tally.ts";
import type { Aggregate, Aggregation, UsageEvent } from "./types.ts";

/**
 * The accepted events of one item as one quantity for a window [from, to) of instants.
 *
 * - count: how many. sum: their quantities added. max: the highest quantity (0 without events, never below 0).
 * - unique: how many different values. latest: the quantity of the last event (0 without events).
 * - weighted_sum: quantities change a running total; each total counts for the share of the window it lasted. Events before
 *   the window set the total it opens with: +2,500 on 5 March -> 2,500 x 27/31 in March, and opens April with 2,500.
 *   `clock` turns an instant into the time that counts (see wallMs); without it real time counts.
 *
 * The result does not depend on the order of the events. Throws RangeError when a quantity is not a decimal.
 */
export function aggregate(
  usage: readonly UsageEvent[],
  kind: Aggregation,
  period: TallyWindow,
  clock?: (ms: number) => number,
): Aggregate {
  const tally = openTally(kind, period, clock);
  const opensWith = kind === "weighted_sum" ? Number.NEGATIVE_INFINITY : period.fromMs;
  for (const event of usage) if (event.atMs >= opensWith && event.atMs < period.toMs) tally.add(event);
  return tally.close();
}
