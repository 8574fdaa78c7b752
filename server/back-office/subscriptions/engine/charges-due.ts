import { add, isZero, type Rational, reduce, zero } from "#platform/rational.ts";
import { periodsOf } from "./grid.ts";
import { type Interval, intersect, without } from "./intervals.ts";
import { plusDays } from "./local-time.ts";
import { obligationKey } from "./obligation-key.ts";
import { shareOf } from "./prorate.ts";
import { closed, type Standing, spanWithin } from "./standing.ts";
import { priceKey, type Stretch } from "./stretch.ts";
import type { BillingCalendar, LocalText, Obligation, Period, Span } from "./types.ts";

/** Recurring charges owed by `until` that nothing booked covers yet. Adds their keys to `keys`. */
export function chargesDue(
  stretches: readonly Stretch[],
  standing: readonly Standing[],
  keys: Set<string>,
  calendar: BillingCalendar,
  until: LocalText,
): Obligation[] {
  const due: Obligation[] = [];
  for (const { stretch, period, service } of servicesOwed(stretches, calendar, until)) {
    const key = priceKey({ termsId: stretch.terms.termsId, percentOff: stretch.percentOff });
    const same = standing.filter(({ charge }) => priceKey(charge) === key).flatMap(({ parts }) => parts);
    const earlierParts = due.filter((one) => priceKey(one) === key && one.period.from === period.from).map((one) => one.service);
    let before: Rational = zero;
    for (const part of [...same, ...earlierParts]) {
      const inPeriod = intersect(part, period);
      if (inPeriod)
        before = reduce(add(before, shareOf(spanWithin(inPeriod, period, calendar.timeZone), period, stretch.terms.proration)));
    }
    for (const piece of without(service, same)) {
      const span = followOn(spanWithin(piece, period, calendar.timeZone), standing);
      const share = shareOf(span, period, stretch.terms.proration);
      if (isZero(share)) continue;
      const reason = freeReason(
        stretch,
        piece.from === period.from ? "period" : piece.from === stretch.from ? stretch.begins : "restored",
        piece.from,
        keys,
      );
      const obligation: Obligation = {
        key: obligationKey(stretch.itemId, "recurring", piece.from, reason),
        itemId: stretch.itemId,
        kind: "recurring",
        reason,
        versionId: stretch.versionId,
        termsId: stretch.terms.termsId,
        service: span,
        period,
        phase: stretch.phase,
        percentOff: stretch.percentOff,
        proration: stretch.terms.proration,
        share,
        before,
      };
      keys.add(obligation.key);
      due.push(obligation);
      before = reduce(add(before, share));
    }
  }
  return due;
}

/** The services of recurring stretches that are due, period by period; neighbours on unchanged terms are one service. */
function servicesOwed(stretches: readonly Stretch[], calendar: BillingCalendar, until: LocalText) {
  const owed: { stretch: Stretch; period: Period; service: Interval }[] = [];
  for (const stretch of stretches) {
    if (stretch.terms.kind !== "recurring" || Number(stretch.percentOff) === 100) continue;
    const horizon = plusDays(until, 1);
    const opens = calendar.closedBefore && calendar.closedBefore > stretch.from ? calendar.closedBefore : stretch.from;
    for (const period of periodsOf(stretch.grid, opens, stretch.to < horizon ? stretch.to : horizon, calendar.timeZone)) {
      const service = intersect(period, stretch);
      if (!service || closed(service, calendar)) continue;
      const last = owed.at(-1);
      const joins =
        last?.period.from === period.from &&
        last.service.to === service.from &&
        last.stretch.terms.termsId === stretch.terms.termsId &&
        last.stretch.percentOff === stretch.percentOff;
      if (joins) owed[owed.length - 1] = { ...last, service: { from: last.service.from, to: service.to } };
      else owed.push({ stretch, period, service });
    }
  }
  return owed.filter(({ stretch, service }) => (stretch.terms.timing === "advance" ? service.from : service.to) <= until);
}

function freeReason(stretch: Stretch, reason: string, from: LocalText, keys: ReadonlySet<string>): string {
  let candidate = reason;
  for (let n = 2; keys.has(obligationKey(stretch.itemId, "recurring", from, candidate)); n += 1) candidate = `${reason}#${n}`;
  return candidate;
}

/** next.from = previous.to, also when the account moved to another time zone in between. */
function followOn(span: Span, standing: readonly Standing[]): Span {
  const previous = standing.find(({ charge }) => charge.service.to === span.from);
  return previous ? { ...span, fromMs: previous.charge.service.toMs } : span;
}
