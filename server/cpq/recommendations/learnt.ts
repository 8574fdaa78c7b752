import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import type { AssociationRule } from "./engine/association-rules.ts";
import { easeOfGram, suggest } from "./engine/ease.ts";
import { ruleOfCounts } from "./engine/pairs.ts";

/** Below these, what was seen may be chance. */
const fewestOrders = 20;
const fewestTogether = 3;
const neighbours = 80;
const ridge = 5;

interface Learnt {
  sku: string;
  /** The pair that speaks for it most. */
  rule: AssociationRule;
}

/**
 * What orders say goes with a set of articles, best first: ranked by EASE over the articles ordered with them, told by the pair
 * that speaks for each most. Only pairs of articles ordered often enough, and more often together than by chance.
 */
export async function learntFor(ctx: Context, skus: readonly string[]): Promise<Learnt[]> {
  const db = reader(ctx);
  const { rows: near } = await sql<{ sku: string }>`
    select with_sku as sku from offering_pairs where sku = any (${[...skus]}) and together >= ${fewestTogether}
    group by with_sku order by sum(together) desc, with_sku limit ${neighbours}`.execute(db);
  const about = [...new Set([...skus, ...near.map(({ sku }) => sku)])];
  if (near.length === 0) return [];
  const { rows: counts } = await sql<{ sku: string; orders: number }>`
    select sku, orders from offering_counts where sku = any (${about})`.execute(db);
  const { rows: pairs } = await sql<{ sku: string; with_sku: string; together: number }>`
    select sku, with_sku, together from offering_pairs where sku = any (${about}) and with_sku = any (${about})`.execute(db);
  const { rows: totals } = await sql<{ orders: number }>`select orders from recommendation_orders`.execute(db);
  const orders = new Map(counts.map((row) => [row.sku, row.orders]));
  const together = new Map(pairs.map((row) => [`${row.sku}\n${row.with_sku}`, row.together]));
  const gram = new Float64Array(about.length ** 2);
  about.forEach((from, i) => {
    about.forEach((to, j) => {
      gram[i * about.length + j] = i === j ? (orders.get(from) ?? 0) : (together.get(`${from}\n${to}`) ?? 0);
    });
  });
  const ruleOf = (from: string, to: string) =>
    ruleOfCounts(from, to, {
      together: together.get(`${from}\n${to}`) ?? 0,
      from: orders.get(from) ?? 0,
      to: orders.get(to) ?? 0,
      baskets: totals[0]?.orders ?? 0,
    });
  return suggest(easeOfGram(about, gram, ridge), skus, about.length).flatMap(({ item }) => {
    const [rule] = skus
      .filter((from) => (orders.get(from) ?? 0) >= fewestOrders)
      .map((from) => ruleOf(from, item))
      .filter(({ count, lift }) => count >= fewestTogether && lift > 1)
      .sort((a, b) => b.confidence - a.confidence);
    return rule ? [{ sku: item, rule }] : [];
  });
}
