import { addDecimal, type DecimalSums, openSums, totalOf } from "./decimal-sum.ts";
import { openTally, type Tally, type TallyWindow } from "./tally.ts";
import type { Aggregate, Aggregation, UsageEvent } from "./types.ts";

/** A window to count, in the words of its price. */
export interface CountedWindow extends TallyWindow {
  readonly itemId: string;
  readonly aggregation: Aggregation;
  readonly meter?: string;
  /** Percentage prices need the events themselves. */
  readonly keepEvents?: boolean;
}

export interface WindowCount {
  readonly aggregate: Aggregate;
  readonly events: readonly UsageEvent[];
}

/** The windows as columns; `earlier` links each to the one before it of the same item, -1 at the first. */
interface Columns {
  readonly windows: readonly CountedWindow[];
  readonly latest: ReadonlyMap<string, number>;
  readonly earlier: Int32Array;
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  readonly sums: DecimalSums;
  readonly counts: Int32Array;
  /** Of all kinds but `sum`, which is counted in columns. */
  readonly tallies: readonly (Tally | null)[];
  readonly kept: readonly (UsageEvent[] | null)[];
}

/**
 * Counts all windows in one pass over the accepted events, whatever the number of prices and periods. The windows of one item
 * come oldest first and do not overlap. Returns one count per window, in the order of `windows`.
 */
export function countWindows(
  windows: readonly CountedWindow[],
  events: readonly UsageEvent[],
  clock?: (ms: number) => number,
): WindowCount[] {
  const columns = columnsOf(windows, clock);
  for (const event of events) offer(columns, columns.latest.get(event.itemId) ?? -1, event);
  return windows.map((_, index) => ({
    aggregate: columns.tallies[index]?.close() ?? {
      kind: "sum",
      quantity: totalOf(columns.sums, index),
      events: columns.counts[index]!,
    },
    events: columns.kept[index] ?? [],
  }));
}

function columnsOf(windows: readonly CountedWindow[], clock?: (ms: number) => number): Columns {
  const latest = new Map<string, number>();
  const earlier = new Int32Array(windows.length).fill(-1);
  for (const [index, { itemId }] of windows.entries()) {
    earlier[index] = latest.get(itemId) ?? -1;
    latest.set(itemId, index);
  }
  return {
    windows,
    latest,
    earlier,
    fromMs: Float64Array.from(windows, (window) => window.fromMs),
    toMs: Float64Array.from(windows, (window) => window.toMs),
    sums: openSums(windows.length),
    counts: new Int32Array(windows.length),
    tallies: windows.map((window) => (window.aggregation === "sum" ? null : openTally(window.aggregation, window, clock))),
    kept: windows.map((window) => (window.keepEvents ? [] : null)),
  };
}

/** Gives an event to the window it happened in, searching from the latest; weighted sums after it open with it. */
function offer(columns: Columns, latest: number, event: UsageEvent): void {
  for (let index = latest; index >= 0 && event.atMs < columns.toMs[index]!; index = columns.earlier[index]!) {
    const inside = event.atMs >= columns.fromMs[index]!;
    const tally = columns.tallies[index];
    if (
      (inside || (tally && columns.windows[index]!.aggregation === "weighted_sum")) &&
      metered(columns.windows[index]!, event)
    ) {
      if (tally) tally.add(event);
      else {
        columns.counts[index]! += 1;
        addDecimal(columns.sums, index, event.quantity);
      }
      columns.kept[index]?.push(event);
    }
    if (inside) return;
  }
}

const metered = ({ meter }: CountedWindow, event: UsageEvent): boolean =>
  meter === undefined || event.meter === undefined || event.meter === meter;
