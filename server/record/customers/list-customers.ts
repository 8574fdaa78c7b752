import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { inScope } from "./visible.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  kind?: "company" | "person" | undefined;
  ownerId?: string | undefined;
  mine?: boolean | undefined;
  segment?: string | undefined;
  sector?: string | undefined;
  parentId?: string | undefined;
  sort: "created" | "name";
}

/** Accounts the reader may see. A search looks in names, numbers and registry numbers, and in the people of the account. */
export async function listCustomers(ctx: Context, filter: Filter) {
  let query = reader(ctx)
    .selectFrom("customer_list")
    .selectAll()
    .where(inScope(ctx, "customer_list"))
    .limit(filter.limit + 1);
  if (filter.search) query = query.where(await matching(ctx, filter.search));
  if (filter.kind) query = query.where("kind", "=", filter.kind);
  const ownerId = filter.mine ? ctx.actor.id : filter.ownerId;
  if (ownerId) query = query.where("owner_id", "=", ownerId);
  if (filter.segment) query = query.where("segment", "=", filter.segment);
  if (filter.sector) query = query.where("sector", "=", filter.sector);
  if (filter.parentId) query = query.where("parent_id", "=", filter.parentId);
  const after = filter.cursor ? decodeCursor(filter.cursor, 2) : undefined;
  if (filter.sort === "name") {
    query = query.orderBy((eb) => eb.fn("lower", ["name"])).orderBy("id");
    if (after) query = query.where(sql<boolean>`(lower(name), id) > (${after[0]}, ${after[1]}::uuid)`);
  } else {
    query = query.orderBy("created_at", "desc").orderBy("id", "desc");
    if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  const cut = page(await query.execute(), filter.limit, (row) => [
    filter.sort === "name" ? row.name!.toLowerCase() : row.created_at,
    row.id,
  ]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

const fewMatches = 2_000;

/**
 * The accounts a search finds, as a condition. Few are looked up by their ids. Many are met soon enough by walking the list
 * in its order and testing each: gathering and sorting them all to show the first page would take longer the more there are.
 */
async function matching(ctx: Context, search: string) {
  const query = sql`to_tsquery('simple', ${prefixQuery(search)})`;
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c where c.search @@ ${query} union select k.customer_id from contacts k where k.search @@ ${query} and k.customer_id is not null limit ${fewMatches + 1}`.execute(
    reader(ctx),
  );
  const ids = rows.map((row) => row.id);
  if (ids.length <= fewMatches) return sql<boolean>`customer_list.id = any(${ids}::uuid[])`;
  return sql<boolean>`(customer_list.search @@ ${query} or exists (select 1 from contacts k where k.customer_id = customer_list.id and k.search @@ ${query}))`;
}

const toRow = (row: Selectable<DB["customer_list"]>) => ({
  id: row.id!,
  number: row.number!,
  kind: row.kind as "company" | "person",
  name: row.name!,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  parentId: row.parent_id,
  parentName: row.parent_name,
  sector: row.sector,
  size: row.size,
  segment: row.segment,
  city: (row.billing_address as { city?: string } | null)?.city ?? null,
  contactId: row.contact_id,
  contactName: row.contact_name,
  contactEmail: row.contact_email,
  contactPhone: row.contact_phone,
  createdAt: row.created_at!,
});
