import { reader } from "#platform/context.ts";
import type { Exporter } from "#platform/exporter.ts";
import { streamRows } from "#platform/stream-rows.ts";

/** All accounts, oldest first; merged ones are part of the one that was kept. */
export const customersExporter: Exporter = {
  kind: "customers",
  columns: [
    "id",
    "number",
    "kind",
    "name",
    "parent",
    "owner",
    "sector",
    "size",
    "segment",
    "siren",
    "vat_number",
    "website",
    "currency",
    "locale",
    "billing_address",
    "external_id",
    "created_at",
  ],
  async *rows(ctx, { from, to }) {
    let query = reader(ctx)
      .selectFrom("customers as c")
      .leftJoin("customers as p", "p.id", "c.parent_id")
      .leftJoin("staff as o", "o.id", "c.owner_id")
      .selectAll("c")
      .select(["p.name as parent_name", "o.name as owner_name"])
      .where("c.merged_into_id", "is", null)
      .orderBy("c.created_at")
      .orderBy("c.id");
    if (from) query = query.where("c.created_at", ">=", from);
    if (to) query = query.where("c.created_at", "<", to);
    for await (const row of streamRows(ctx, query))
      yield [
        row.id,
        row.number,
        row.kind,
        row.name,
        row.parent_name,
        row.owner_name,
        row.sector,
        row.size,
        row.segment,
        row.siren,
        row.vat_number,
        row.website,
        row.currency,
        row.locale,
        row.billing_address as Record<string, unknown> | null,
        row.external_id,
        row.created_at,
      ];
  },
};

/** All people, oldest first, with the account they belong to. */
export const contactsExporter: Exporter = {
  kind: "contacts",
  columns: [
    "id",
    "first_name",
    "last_name",
    "email",
    "phone",
    "job_title",
    "roles",
    "is_primary",
    "account",
    "account_number",
    "customer_id",
    "locale",
    "email_verified_at",
    "created_at",
  ],
  async *rows(ctx, { from, to }) {
    let query = reader(ctx).selectFrom("contact_list").selectAll().orderBy("created_at").orderBy("id");
    if (from) query = query.where("created_at", ">=", from);
    if (to) query = query.where("created_at", "<", to);
    for await (const row of streamRows(ctx, query))
      yield [
        row.id,
        row.first_name,
        row.last_name,
        row.email,
        row.phone,
        row.job_title,
        row.roles,
        row.is_primary,
        row.customer_name,
        row.customer_number,
        row.customer_id,
        row.locale,
        row.email_verified_at,
        row.created_at,
      ];
  },
};
