import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { type Offering, toOffering } from "./offering.ts";

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  kind?: Offering["kind"] | undefined;
  status?: Offering["status"] | undefined;
}

export async function listOfferings(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("offerings")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.kind) query = query.where("kind", "=", input.kind);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.search) query = query.where(sql<boolean>`(name::text || ' ' || sku) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toOffering), nextCursor: cut.nextCursor };
}

export async function showOffering(ctx: Context, input: { offeringId: string }) {
  const db = reader(ctx);
  const row = found(
    await db.selectFrom("offerings").selectAll().where("id", "=", input.offeringId).executeTakeFirst(),
    "offering",
    input.offeringId,
  );
  const offering = toOffering(row);
  const [prices, versions] = await Promise.all([
    db
      .selectFrom("offering_prices")
      .selectAll()
      .where("offering_id", "=", offering.id)
      .orderBy("price_book")
      .orderBy("valid_from", "desc")
      .execute(),
    db
      .selectFrom("offering_versions")
      .select(["version", "published_at"])
      .where("offering_id", "=", offering.id)
      .orderBy("version", "desc")
      .execute(),
  ]);
  return {
    ...offering,
    changed: row.status === "published" && !!row.updated_at && row.updated_at > (versions[0]?.published_at ?? row.created_at),
    prices: prices.map(toPrice),
    versions: versions.map((row) => ({ version: row.version, publishedAt: row.published_at })),
  };
}

export async function listPriceBooks(ctx: Context) {
  const rows = await reader(ctx).selectFrom("price_book_list").selectAll().orderBy("priority", "desc").orderBy("name").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id!,
      name: row.name!,
      currency: row.currency!,
      segment: row.segment,
      region: row.region,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      priority: row.priority!,
      prices: Number(row.prices),
    })),
  };
}

/** What a book asks for each offering, newest day first: the prices that hold, those that ended and those to come. */
export async function listPrices(ctx: Context, input: { priceBookId: string }) {
  const db = reader(ctx);
  found(
    await db.selectFrom("price_books").select("id").where("id", "=", input.priceBookId).executeTakeFirst(),
    "price book",
    input.priceBookId,
  );
  const rows = await db
    .selectFrom("offering_prices")
    .innerJoin("offerings", "offerings.id", "offering_prices.offering_id")
    .selectAll("offering_prices")
    .select("offerings.name")
    .where("price_book_id", "=", input.priceBookId)
    .orderBy("offering_prices.sku")
    .orderBy("valid_from", "desc")
    .limit(2_000)
    .execute();
  return {
    rows: rows.map((row) => ({
      ...toPrice(row),
      offeringId: row.offering_id!,
      sku: row.sku!,
      offeringName: row.name as Offering["name"],
      everyMonths: row.every_months,
    })),
  };
}

const toPrice = (row: Selectable<DB["offering_prices"]>) => ({
  id: row.id!,
  priceBookId: row.price_book_id!,
  priceBook: row.price_book!,
  currency: row.currency!,
  price: row.price as Record<string, unknown>,
  validFrom: row.valid_from!,
  validUntil: row.valid_until,
});

export async function listTaxRules(ctx: Context) {
  const rows = await reader(ctx).selectFrom("tax_rules").selectAll().orderBy("tax_class").orderBy("region").execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      taxClass: row.tax_class,
      region: row.region,
      category: row.category,
      percent: row.percent,
      reason: row.reason,
    })),
  };
}

/** Offerings on sale, by sku, as their latest version says: what baskets, quotes and recommendations work with. Changes not yet published do not show. */
export async function publishedOfferings(ctx: Context, skus?: readonly string[]): Promise<Offering[]> {
  let query = reader(ctx)
    .selectFrom("offerings as o")
    .innerJoin("offering_versions as v", (join) => join.onRef("v.offering_id", "=", "o.id").onRef("v.version", "=", "o.version"))
    .select("v.content")
    .where("o.status", "=", "published")
    .orderBy("o.sku");
  if (skus) query = query.where("o.sku", "in", skus.length > 0 ? [...skus] : [""]);
  return (await query.execute()).map(({ content }) => asPublished(content as Kept));
}

type Kept = Omit<Offering, "unitCostMinor"> & { unitCostMinor: string | null };
const asPublished = (kept: Kept): Offering => ({
  ...kept,
  unitCostMinor: kept.unitCostMinor === null ? null : BigInt(kept.unitCostMinor),
});
