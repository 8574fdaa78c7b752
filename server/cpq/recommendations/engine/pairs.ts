import type { AssociationRule } from "./association-rules.ts";
import { type BasketSet, countItems } from "./basket-set.ts";

/** The rule of one article to another from counts alone: how many baskets have both, each, and how many there are. */
export const ruleOfCounts = (
  from: string,
  to: string,
  counts: { together: number; from: number; to: number; baskets: number },
): AssociationRule => {
  const confidence = counts.from === 0 ? 0 : counts.together / counts.from;
  const usual = counts.baskets === 0 ? 0 : counts.to / counts.baskets;
  return {
    antecedent: [from],
    consequent: to,
    count: counts.together,
    support: counts.baskets === 0 ? 0 : counts.together / counts.baskets,
    confidence,
    lift: usual === 0 ? 0 : confidence / usual,
  };
};

/** The rules from articles that are had to any other, counted when asked for. */
export function pairsWith(set: BasketSet, had: readonly string[]): (from: string, to: string) => AssociationRule {
  const singles = countItems(set);
  const placeOf = new Map(set.items.map((item, place) => [item, place]));
  const together = new Map(
    had.map((item) => {
      const place = placeOf.get(item);
      const counts = new Int32Array(set.items.length);
      if (place !== undefined)
        for (const basket of set.baskets) if (basket.includes(place)) for (const other of basket) counts[other]! += 1;
      return [item, counts] as const;
    }),
  );
  return (from, to) =>
    ruleOfCounts(from, to, {
      together: together.get(from)![placeOf.get(to)!]!,
      from: singles[placeOf.get(from)!]!,
      to: singles[placeOf.get(to)!]!,
      baskets: set.baskets.length,
    });
}
