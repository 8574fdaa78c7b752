import { publishedOfferings } from "#cpq/catalog/queries.ts";
import { type Context, reader } from "#platform/context.ts";
import { learntFor } from "./learnt.ts";

export interface Recommendation {
  sku: string;
  name: { en: string; fr: string };
  kind: "cross_sell" | "up_sell";
  reason: { en: string; fr: string };
  support: number | null;
  confidence: number | null;
  lift: number | null;
}

/**
 * What goes with a set of articles: first what the organisation states itself, then what is really bought together, once there
 * are enough orders to mean anything, with the pair that speaks for it: its support, confidence and lift. Only what is on sale
 * and not there already.
 */
export async function recommendFor(ctx: Context, skus: readonly string[], limit = 5): Promise<Recommendation[]> {
  if (skus.length === 0) return [];
  const stated = await reader(ctx)
    .selectFrom("stated_recommendations")
    .selectAll()
    .where("sku", "in", [...skus])
    .where("with_sku", "not in", [...skus])
    .orderBy("with_sku")
    .execute();
  const learnt = await learntFor(ctx, skus);
  const named = [...stated.map((row) => row.with_sku), ...learnt.flatMap(({ sku, rule }) => [sku, rule.antecedent[0]!])];
  const offerings = new Map((await publishedOfferings(ctx, named)).map((offering) => [offering.sku, offering]));
  const found = new Map<string, Recommendation>();
  for (const row of stated) {
    const offering = offerings.get(row.with_sku);
    if (offering)
      found.set(row.with_sku, {
        sku: row.with_sku,
        name: offering.name,
        kind: row.kind as "cross_sell",
        reason: row.reason as { en: string; fr: string },
        support: null,
        confidence: null,
        lift: null,
      });
  }
  for (const { sku, rule } of learnt) {
    const offering = offerings.get(sku);
    if (!offering || found.has(sku)) continue;
    const [from] = rule.antecedent;
    const name = offerings.get(from!)?.name ?? { en: from!, fr: from! };
    const share = Math.round(rule.confidence * 100);
    const times = Math.round(rule.lift * 10) / 10;
    found.set(sku, {
      sku,
      name: offering.name,
      kind: "cross_sell",
      reason: {
        en: `${share}% of those who bought “${name.en}” took it too, ${times} times the usual`,
        fr: `${share} % de ceux qui ont acheté « ${name.fr} » l’ont pris aussi, ${String(times).replace(".", ",")} fois plus que d’ordinaire`,
      },
      support: rule.support,
      confidence: rule.confidence,
      lift: rule.lift,
    });
  }
  return [...found.values()].slice(0, limit);
}

export const listRecommendations = async (ctx: Context, input: { skus: string[]; limit: number }) => ({
  rows: await recommendFor(ctx, input.skus, input.limit),
});
