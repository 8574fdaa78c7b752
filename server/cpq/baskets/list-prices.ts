import { sql } from "kysely";
import type { Offering } from "#cpq/catalog/offering.ts";
import { readPriceModel } from "#cpq/pricing/engine/read-model.ts";
import { rateTiers } from "#cpq/pricing/engine/tiers.ts";
import { type Context, reader } from "#platform/context.ts";
import { toMinor } from "#platform/money.ts";
import { parseDecimal, rational } from "#platform/rational.ts";

/** Public list prices of today, per line: once, and per month for subscriptions. Contracts and discounts come with the quote. */
export async function listPrices(
  ctx: Context,
  offerings: ReadonlyMap<string, Offering>,
): Promise<(sku: string, quantity: string) => { oneOffMinor: bigint; monthlyMinor: bigint }> {
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = await reader(ctx)
    .selectFrom("offering_prices")
    .select(["sku", "price", "currency"])
    .where("sku", "in", offerings.size > 0 ? [...offerings.keys()] : [""])
    .where("segment", "is", null)
    .where("region", "is", null)
    .where(
      sql<boolean>`valid_from <= ${today} and coalesce(valid_until, 'infinity') >= ${today} and coalesce(book_from, '-infinity') <= ${today} and coalesce(book_until, 'infinity') >= ${today}`,
    )
    .orderBy("priority")
    .execute();
  const models = new Map(rows.map((row) => [row.sku!, { model: readPriceModel(row.price as never), currency: row.currency! }]));
  return (sku, quantity) => {
    const price = models.get(sku);
    const offering = offerings.get(sku);
    if (!price || !offering) return { oneOffMinor: 0n, monthlyMinor: 0n };
    const unitCost = offering.unitCostMinor === null ? undefined : rational(offering.unitCostMinor, 100n);
    const { amount } = rateTiers(price.model, parseDecimal(quantity), unitCost ? { unitCost } : {});
    const minor = toMinor(amount, price.currency);
    return offering.everyMonths
      ? {
          oneOffMinor: 0n,
          monthlyMinor: toMinor({ num: amount.num, den: amount.den * BigInt(offering.everyMonths) }, price.currency),
        }
      : { oneOffMinor: minor, monthlyMinor: 0n };
  };
}
