import { instantOf } from "#back-office/subscriptions/engine/local-time.ts";
import type { RatingCase } from "./case.ts";

/** Usage that no run can ever bill, with the reason: nobody should lose money in silence. */
export interface OutsideUsage {
  id: string;
  item: string;
  at: string;
  why: string;
}

/** Usage events that happened while no version of their item with a price for usage was in force, or that its meters do not count. */
export function usageOutside(input: RatingCase): OutsideUsage[] {
  const spans = new Map(
    input.items.map(({ id, versions }) => {
      const sorted = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
      const own = sorted.flatMap(({ from, to, priceId }, index) => {
        const price = input.prices.get(priceId);
        if (price?.kind !== "usage") return [];
        const end = to ?? sorted[index + 1]?.from;
        const [fromMs, toMs] = [from, end].map((each) => (each === undefined ? Infinity : instantOf(each, input.timeZone)));
        return { fromMs: fromMs!, toMs: toMs!, meter: price.meter };
      });
      return [id, own] as const;
    }),
  );
  return input.usage.flatMap(({ id, itemId, atMs, meter }) => {
    const inForce = (spans.get(itemId) ?? []).filter(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
    const tell = (why: string) => ({ id, item: itemId, at: new Date(atMs).toISOString(), why });
    if (inForce.length === 0) return tell("no version of the item with a price for usage was in force");
    const counted = inForce.some((span) => span.meter === undefined || meter === undefined || span.meter === meter);
    return counted ? [] : tell(`no price of the item counts the meter "${meter}"`);
  });
}
