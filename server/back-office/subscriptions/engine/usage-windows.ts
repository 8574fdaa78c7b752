import { periodsOf } from "./grid.ts";
import { intersect } from "./intervals.ts";
import { plusDays, runMoment, spanOf } from "./local-time.ts";
import { stretchesOf } from "./stretch.ts";
import type { BillingCalendar, ItemVersion, LocalText, Period, Span } from "./types.ts";

/** A stretch of time whose usage is counted together and rated at one price. */
export interface UsageWindow {
  readonly itemId: string;
  readonly versionId: string;
  readonly window: Span;
  readonly period: Period;
  readonly percentOff: string;
  readonly phase: string | null;
}

/**
 * The usage windows that have ended by `asOf`: one per billing period and version of each usage item, oldest first. They come
 * back on every run, because usage may still arrive late for any of them; delta rating decides whether there is a line.
 * `timing: "advance"` on a usage item means its window is rated while it still runs (progressive billing).
 */
export function usageWindows(versions: readonly ItemVersion[], calendar: BillingCalendar, asOf: LocalText): UsageWindow[] {
  const until = runMoment(asOf);
  const horizon = plusDays(until, 1);
  const windows: UsageWindow[] = [];
  for (const own of Map.groupBy(versions, (version) => version.itemId).values()) {
    for (const stretch of stretchesOf(own)) {
      if (stretch.terms.kind !== "usage") continue;
      const { itemId, versionId, percentOff, phase } = stretch;
      for (const period of periodsOf(
        stretch.grid,
        stretch.from,
        stretch.to < horizon ? stretch.to : horizon,
        calendar.timeZone,
      )) {
        const part = intersect(period, stretch);
        if (!part || (calendar.closedBefore && part.to <= calendar.closedBefore)) continue;
        if ((stretch.terms.timing === "advance" ? part.from : part.to) > until) continue;
        windows.push({ itemId, versionId, window: spanOf(part.from, part.to, calendar.timeZone), period, percentOff, phase });
      }
    }
  }
  return windows;
}
