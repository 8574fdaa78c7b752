import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import type { Per, PriceCaseJson, PriceJson, PriceListJson, PriceModelJson, TaxCategory } from "./engine/types.ts";

interface Wanted {
  customerId: string | null;
  currency: string;
  date: string;
  skus: readonly string[];
}
type CaseRules = Pick<PriceCaseJson, "priceLists" | "contracts" | "promotions" | "discountSchedules" | "taxRules">;

/** Everything of the catalogue that may move the price of these offerings on that day, ready for a case of the engine. */
export async function loadRules(
  ctx: Context,
  wanted: Wanted,
): Promise<{ forCase(perOf: (everyMonths: number | null) => Per): CaseRules }> {
  const db = reader(ctx);
  const { date } = wanted;
  const on = sql<boolean>`valid_from <= ${date}::date and (valid_until is null or valid_until >= ${date}::date)`;
  const [prices, contracts, rules, taxes] = await Promise.all([
    db
      .selectFrom("offering_prices")
      .selectAll()
      .where("sku", "in", wanted.skus.length > 0 ? [...wanted.skus] : [""])
      .where("currency", "=", wanted.currency)
      .where(on)
      .orderBy("price_book")
      .orderBy("sku")
      .execute(),
    wanted.customerId
      ? db
          .selectFrom("contracted_price_list")
          .distinctOn("offering_id")
          .selectAll()
          .where("customer_id", "=", wanted.customerId)
          .where(on)
          .orderBy("offering_id")
          .orderBy("valid_from", "desc")
          .execute()
      : [],
    db.selectFrom("price_rules").selectAll().where(on).orderBy("name").execute(),
    db
      .selectFrom("tax_rules")
      .distinctOn(["tax_class", "region"])
      .selectAll()
      .where("valid_from", "<=", date)
      .orderBy("tax_class")
      .orderBy("region")
      .orderBy("valid_from", "desc")
      .orderBy("category")
      .execute(),
  ]);
  return {
    forCase: (perOf) => ({
      priceLists: priceLists(prices, perOf),
      contracts: contracts.map((row) => ({
        id: `${row.note ?? row.sku} (${row.sku}, ${row.valid_from})`,
        customer: row.customer_id!,
        products: [row.sku!],
        currency: row.currency!,
        ...(row.percent_off === null ? { price: row.price as PriceModelJson } : { percentOff: row.percent_off }),
      })),
      promotions: rules.filter((row) => row.kind === "promotion").map((row) => ({ ...(row.rule as object), id: row.name })),
      discountSchedules: rules
        .filter((row) => row.kind === "schedule")
        .map((row) => ({ ...(row.rule as { tiers: [] }), id: row.name })),
      taxRules: taxes.map((row) => ({
        id: `${row.tax_class} ${row.region}`,
        taxClass: row.tax_class,
        region: row.region,
        category: row.category as TaxCategory,
        percent: row.percent,
        ...(row.reason && { reason: row.reason }),
      })),
    }),
  };
}

interface PriceRow {
  sku: string | null;
  price_book: string | null;
  currency: string | null;
  segment: string | null;
  region: string | null;
  priority: number | null;
  book_from: string | null;
  book_until: string | null;
  price: unknown;
  every_months: number | null;
}

/** One list per price book, named as people know it: the name shows in the derivation. */
function priceLists(rows: readonly PriceRow[], perOf: (everyMonths: number | null) => Per): PriceListJson[] {
  const lists = new Map<string, PriceListJson>();
  for (const row of rows) {
    const name = row.price_book!;
    let list = lists.get(name);
    if (!list)
      lists.set(
        name,
        (list = {
          id: name,
          currency: row.currency!,
          priority: row.priority ?? 0,
          ...(row.segment && { segment: row.segment }),
          ...(row.region && { region: row.region }),
          ...(row.book_from && { from: row.book_from }),
          ...(row.book_until && { until: row.book_until }),
          prices: [],
        }),
      );
    list.prices.push({ product: row.sku!, per: perOf(row.every_months), price: row.price as PriceJson });
  }
  return [...lists.values()];
}
