import { type Interval, without } from "./intervals.ts";
import { instantOf } from "./local-time.ts";
import type { BillingCalendar, Booked, Span } from "./types.ts";

/** A booked charge and the parts of it that were not credited since. */
export interface Standing {
  readonly charge: Booked;
  readonly parts: readonly Interval[];
}

/** What the booked charges of one item still cover. */
export function standingCharges(history: readonly Booked[]): Standing[] {
  const credits = Map.groupBy(
    history.filter((entry) => entry.kind === "credit"),
    (entry) => entry.credits ?? "",
  );
  return history
    .filter((entry) => entry.kind === "recurring")
    .map((charge) => ({
      charge,
      parts: without(
        charge.service,
        (credits.get(charge.key) ?? []).map((credit) => credit.service),
      ),
    }));
}

/** Before the calendar's closing date: not looked at again. */
export const closed = (interval: Interval, calendar: BillingCalendar): boolean =>
  calendar.closedBefore !== undefined && interval.to <= calendar.closedBefore;

/** The span of a part, keeping the instants of the outer span where they meet its ends. */
export function spanWithin(part: Interval, outer: Span, timeZone: string): Span {
  return {
    from: part.from,
    to: part.to,
    fromMs: part.from === outer.from ? outer.fromMs : instantOf(part.from, timeZone),
    toMs: part.to === outer.to ? outer.toMs : instantOf(part.to, timeZone),
  };
}
