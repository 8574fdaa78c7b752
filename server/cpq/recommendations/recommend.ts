import { sql } from "kysely";
import { publishedOfferings } from "#cpq/catalog/queries.ts";
import { type Context, reader } from "#platform/context.ts";

export interface Recommendation {
  sku: string;
  name: { en: string; fr: string };
  kind: "cross_sell" | "up_sell";
  reason: { en: string; fr: string };
  confidence: number | null;
  lift: number | null;
}

const minOrders = 20;

/**
 * What goes with a set of articles: first what the organisation states itself, then pairs really bought together
 * (confidence = share of the orders with one that also have the other; lift = that share over the other's usual share),
 * once there are enough orders to mean anything. Only what is on sale and not there already.
 */
export async function recommendFor(ctx: Context, skus: readonly string[], limit = 5): Promise<Recommendation[]> {
  if (skus.length === 0) return [];
  const db = reader(ctx);
  const stated = await db
    .selectFrom("stated_recommendations")
    .selectAll()
    .where("sku", "in", [...skus])
    .where("with_sku", "not in", [...skus])
    .orderBy("with_sku")
    .execute();
  const { rows: learnt } = await sql<{ sku: string; because: string; confidence: number; lift: number }>`
    select distinct on (p.with_sku) p.with_sku as sku, p.sku as because, p.together::float8 / a.orders as confidence,
      (p.together::float8 / a.orders) / nullif(b.orders::float8 / nullif((select max(orders) from offering_counts), 0), 0) as lift
    from offering_pairs p join offering_counts a on a.sku = p.sku join offering_counts b on b.sku = p.with_sku
    where p.sku = any (${[...skus]}) and p.with_sku <> all (${[...skus]}) and a.orders >= ${minOrders}
    order by p.with_sku, confidence desc`.execute(db);
  const offerings = new Map(
    (await publishedOfferings(ctx, [...stated.map((row) => row.with_sku), ...learnt.map((row) => row.sku)])).map((offering) => [
      offering.sku,
      offering,
    ]),
  );
  const found = new Map<string, Recommendation>();
  for (const row of stated) {
    const offering = offerings.get(row.with_sku);
    if (offering)
      found.set(row.with_sku, {
        sku: row.with_sku,
        name: offering.name,
        kind: row.kind as "cross_sell",
        reason: row.reason as { en: string; fr: string },
        confidence: null,
        lift: null,
      });
  }
  for (const row of learnt.sort((a, b) => b.confidence - a.confidence)) {
    const offering = offerings.get(row.sku);
    if (!offering || found.has(row.sku)) continue;
    const share = Math.round(row.confidence * 100);
    found.set(row.sku, {
      sku: row.sku,
      name: offering.name,
      kind: "cross_sell",
      reason: {
        en: `${share} % of those who bought ${row.because} took it too`,
        fr: `${share} % de ceux qui ont acheté ${row.because} l’ont pris aussi`,
      },
      confidence: row.confidence,
      lift: row.lift,
    });
  }
  return [...found.values()].slice(0, limit);
}

export const listRecommendations = async (ctx: Context, input: { skus: string[]; limit: number }) => ({
  rows: await recommendFor(ctx, input.skus, input.limit),
});
