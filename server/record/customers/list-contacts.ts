import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { openClaims } from "./claims.ts";
import { inScope } from "./visible.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  customerId?: string | undefined;
  role?: string | undefined;
  withoutCustomer?: boolean | undefined;
}

/** People the reader may see, newest first. */
export async function listContacts(ctx: Context, filter: Filter) {
  let query = reader(ctx)
    .selectFrom("contact_list")
    .selectAll()
    .where(inScope(ctx, "contact_list"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (filter.search) query = query.where(sql<boolean>`search @@ to_tsquery('simple', ${prefixQuery(filter.search)})`);
  if (filter.customerId) query = query.where("customer_id", "=", filter.customerId);
  if (filter.role) query = query.where(sql<boolean>`roles @> array[${filter.role}]`);
  if (filter.withoutCustomer) query = query.where("customer_id", "is", null);
  if (filter.cursor) {
    const [createdAt, id] = decodeCursor(filter.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), filter.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toContact), nextCursor: cut.nextCursor };
}

export async function showContact(ctx: Context, input: { contactId: string }) {
  const db = reader(ctx);
  const row = found(
    await db
      .selectFrom("contact_list")
      .selectAll()
      .where("id", "=", input.contactId)
      .where(inScope(ctx, "contact_list"))
      .executeTakeFirst(),
    "contact",
    input.contactId,
  );
  const identifiers = await db
    .selectFrom("identifiers")
    .selectAll()
    .where("contact_id", "=", input.contactId)
    .orderBy("created_at")
    .limit(100)
    .execute();
  return { contact: toContact(row), identifiers: identifiers.map(toIdentifier), claims: await openClaims(ctx, input.contactId) };
}

export const toContact = (row: Selectable<DB["contact_list"]>) => ({
  id: row.id!,
  customerId: row.customer_id,
  customerName: row.customer_name,
  firstName: row.first_name!,
  lastName: row.last_name!,
  email: row.email,
  emailVerifiedAt: row.email_verified_at,
  emailUnusable: row.email_unusable!,
  phone: row.phone,
  jobTitle: row.job_title,
  roles: row.roles!,
  isPrimary: row.is_primary!,
  locale: row.locale as "en" | "fr",
  createdAt: row.created_at!,
});

export const toIdentifier = (row: Selectable<DB["identifiers"]>) => ({
  id: row.id,
  contactId: row.contact_id,
  kind: row.kind as "email" | "phone" | "visitor" | "external",
  value: row.value,
  verifiedAt: row.verified_at,
  invalidAt: row.invalid_at,
  suppressedAt: row.suppressed_at,
});
