import { sql } from "kysely";
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
  const offering = toOffering(
    found(
      await db.selectFrom("offerings").selectAll().where("id", "=", input.offeringId).executeTakeFirst(),
      "offering",
      input.offeringId,
    ),
  );
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
    prices: prices.map((row) => ({
      id: row.id!,
      priceBookId: row.price_book_id!,
      priceBook: row.price_book!,
      currency: row.currency!,
      price: row.price as Record<string, unknown>,
      validFrom: row.valid_from!,
      validUntil: row.valid_until,
    })),
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

/** Offerings on sale, by sku: what baskets, quotes and recommendations work with. */
export async function publishedOfferings(ctx: Context, skus?: readonly string[]): Promise<Offering[]> {
  let query = reader(ctx).selectFrom("offerings").selectAll().where("status", "=", "published").orderBy("sku");
  if (skus) query = query.where("sku", "in", skus.length > 0 ? [...skus] : [""]);
  return (await query.execute()).map(toOffering);
}
