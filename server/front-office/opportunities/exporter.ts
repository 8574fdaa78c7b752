import { reader } from "#platform/context.ts";
import type { Exporter } from "#platform/exporter.ts";
import { decimalText } from "#platform/money.ts";
import { streamRows } from "#platform/stream-rows.ts";

/** All deals, oldest first. */
export const opportunitiesExporter: Exporter = {
  kind: "opportunities",
  columns: [
    "id",
    "name",
    "account",
    "customer_id",
    "owner",
    "product",
    "stage",
    "probability",
    "amount",
    "currency",
    "create_date",
    "expected_on",
    "close_date",
    "lost_reason",
    "lead_id",
    "contact_id",
    "external_id",
    "created_at",
  ],
  async *rows(ctx, { from, to }) {
    let query = reader(ctx).selectFrom("opportunity_list").selectAll().orderBy("created_at").orderBy("id");
    if (from) query = query.where("created_at", ">=", from);
    if (to) query = query.where("created_at", "<", to);
    for await (const row of streamRows(ctx, query))
      yield [
        row.id,
        row.name,
        row.customer_name,
        row.customer_id,
        row.owner_name,
        row.product,
        row.stage,
        row.probability,
        row.value_minor === null ? null : decimalText(row.value_minor, row.currency!),
        row.currency,
        row.engaged_on ?? row.created_at!.toISOString().slice(0, 10),
        row.expected_on,
        row.closed_at?.toISOString().slice(0, 10) ?? null,
        row.lost_reason,
        row.lead_id,
        row.contact_id,
        row.external_id,
        row.created_at,
      ];
  },
};
