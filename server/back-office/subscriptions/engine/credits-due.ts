import { rational, zero } from "#platform/rational.ts";
import { without } from "./intervals.ts";
import { obligationKey } from "./obligation-key.ts";
import { measure } from "./prorate.ts";
import { closed, type Standing, spanWithin } from "./standing.ts";
import { priceKey, type Stretch } from "./stretch.ts";
import type { BillingCalendar, LocalText, Obligation } from "./types.ts";

/** Credits for service that was billed in advance and is no longer owed, one per unused part of each original line. */
export function creditsDue(
  stretches: readonly Stretch[],
  standing: readonly Standing[],
  calendar: BillingCalendar,
  until: LocalText,
): Obligation[] {
  const due: Obligation[] = [];
  for (const { charge, parts } of standing) {
    if (charge.proration === "none" || charge.proration === "full") continue;
    const owed = stretches.filter(
      (stretch) => priceKey({ termsId: stretch.terms.termsId, percentOff: stretch.percentOff }) === priceKey(charge),
    );
    for (const unused of parts.flatMap((part) => without(part, owed))) {
      if (unused.from > until || closed(unused, calendar)) continue;
      const service = spanWithin(unused, charge.service, calendar.timeZone);
      const reason = `unused:${charge.key.slice(charge.itemId.length + 1)}`;
      due.push({
        key: obligationKey(charge.itemId, "credit", service.from, reason),
        itemId: charge.itemId,
        kind: "credit",
        reason,
        versionId: charge.versionId,
        termsId: charge.termsId,
        service,
        period: charge.service,
        phase: null,
        percentOff: charge.percentOff,
        proration: charge.proration,
        share: rational(measure(service, charge.proration), measure(charge.service, charge.proration) || 1n),
        before: zero,
        credits: charge.key,
      });
    }
  }
  return due;
}
