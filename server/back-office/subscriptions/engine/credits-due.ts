import { rational } from "#platform/rational.ts";
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
    const whole = measure(charge.service, charge.proration) || 1n;
    const kept = parts.map((part) => measure(spanWithin(part, charge.service, calendar.timeZone), charge.proration));
    let before = rational(whole - kept.reduce((sum, length) => sum + length, 0n), whole);
    for (const unused of parts.flatMap((part) => without(part, owed))) {
      if (unused.from > until || closed(unused, calendar)) continue;
      const service = spanWithin(unused, charge.service, calendar.timeZone);
      const share = rational(measure(service, charge.proration), whole);
      if (share.num === 0n) continue;
      const reason = `unused:${lastPart(charge.key)}@${charge.service.from}`;
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
        share,
        before,
        credits: charge.key,
      });
      before = { num: before.num + share.num, den: whole };
    }
  }
  return due;
}

/** The reason at the end of a key: with the start of its service it names one charge of an item. */
const lastPart = (key: string): string => key.slice(key.lastIndexOf("|") + 1);
