import { rational, zero } from "#platform/rational.ts";
import { chargesDue } from "./charges-due.ts";
import { creditsDue } from "./credits-due.ts";
import { runMoment, spanOf } from "./local-time.ts";
import { obligationKey } from "./obligation-key.ts";
import { standingCharges } from "./standing.ts";
import { type Stretch, stretchesOf } from "./stretch.ts";
import type { BillingCalendar, Booked, ItemVersion, LocalText, Obligation } from "./types.ts";

/**
 * Everything that has become due by `asOf` and is not billed yet: recurring charges, one-off charges, and credits for service
 * that was billed in advance and is no longer owed (changed, paused, ended, moved back). Usage is not here: see usageWindows.
 *
 * It compares what the versions owe with what `booked` still covers, so it can run at any time, in any order, on any history:
 * the same call after booking its result returns nothing. A date as `asOf` means all that starts or has ended on that day.
 * Charges are due at the start of the service (advance) or at its end (arrears); credits from the day the service stops.
 * Throws RatingRefusal when versions of an item overlap.
 */
export function obligationsDue(
  versions: readonly ItemVersion[],
  calendar: BillingCalendar,
  asOf: LocalText,
  booked: readonly Booked[] = [],
): Obligation[] {
  const bookedByItem = Map.groupBy(booked, (entry) => entry.itemId);
  const due: Obligation[] = [];
  for (const [itemId, own] of Map.groupBy(versions, (version) => version.itemId)) {
    const stretches = stretchesOf(own);
    const history = bookedByItem.get(itemId) ?? [];
    const keys = new Set(history.map((entry) => entry.key));
    const standing = standingCharges(history);
    const until = runMoment(asOf);
    due.push(...creditsDue(stretches, standing, calendar, until));
    due.push(...chargesDue(stretches, standing, keys, calendar, until));
    due.push(...oneOffsDue(stretches, keys, calendar, until));
  }
  return due;
}

function oneOffsDue(stretches: readonly Stretch[], keys: Set<string>, calendar: BillingCalendar, until: LocalText): Obligation[] {
  return stretches.flatMap((stretch) => {
    if (stretch.terms.kind !== "one_off" || stretch.begins === "phase" || stretch.from > until) return [];
    const key = obligationKey(stretch.itemId, "one_off", stretch.from, "start");
    if (keys.has(key)) return [];
    const service = spanOf(stretch.from, stretch.from, calendar.timeZone);
    const { itemId, versionId, phase, percentOff, terms } = stretch;
    const { termsId, proration } = terms;
    const share = rational(1n);
    return [
      {
        key,
        itemId,
        kind: "one_off" as const,
        reason: "start",
        versionId,
        termsId,
        service,
        period: service,
        phase,
        percentOff,
        proration,
        share,
        before: zero,
      },
    ];
  });
}
