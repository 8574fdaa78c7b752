import { type BasketSet, countItems } from "./basket-set.ts";
import { type FrequentOptions, frequentSets } from "./frequent-sets.ts";

/** "Who takes these takes that": with what speaks for it. */
export interface AssociationRule {
  antecedent: string[];
  consequent: string;
  /** In how many baskets all of them are, and their share. */
  count: number;
  support: number;
  /** Of the baskets with the antecedent, the share that has the consequent too. */
  confidence: number;
  /** The confidence over the usual share of the consequent: 1 says nothing, 3 three times as often. */
  lift: number;
}

export interface RuleOptions extends FrequentOptions {
  confidence: number;
  /** Items in a rule at least; 2 unless said. */
  minLength?: number;
}

/**
 * All rules with one consequent whose support and confidence are at least those asked for (Agrawal and Srikant 1994), the
 * highest lift first. Exact: nothing is sampled.
 */
export function associationRules(set: BasketSet, { confidence, minLength = 2, ...frequent }: RuleOptions): AssociationRule[] {
  const total = set.baskets.length;
  const singles = countItems(set);
  const sets = frequentSets(set, frequent);
  const counts = new Map(sets.map(({ items, count }) => [items.join(","), count]));
  const rules: AssociationRule[] = [];
  const name = (item: number) => set.items[item]!;
  for (const { items, count } of sets) {
    if (items.length < Math.max(2, minLength)) continue;
    for (const consequent of items) {
      const antecedent = items.filter((item) => item !== consequent);
      const sure = count / counts.get(antecedent.join(","))!;
      if (sure < confidence - 1e-12) continue;
      rules.push({
        antecedent: antecedent.map(name),
        consequent: name(consequent),
        count,
        support: count / total,
        confidence: sure,
        lift: sure / (singles[consequent]! / total),
      });
    }
  }
  return rules.sort((a, b) => b.lift - a.lift || b.count - a.count || (a.antecedent.join() < b.antecedent.join() ? -1 : 1));
}
