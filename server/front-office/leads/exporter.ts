import { reader } from "#platform/context.ts";
import type { Exporter } from "#platform/exporter.ts";
import { streamRows } from "#platform/stream-rows.ts";

/** All leads, oldest first, with their score and what became of them. */
export const leadsExporter: Exporter = {
  kind: "leads",
  columns: [
    "id",
    "create_date",
    "name",
    "email",
    "phone",
    "company",
    "status",
    "source",
    "utm",
    "fit",
    "engagement",
    "score",
    "grade",
    "owner",
    "handed_over_at",
    "respond_by",
    "responded_at",
    "closed_at",
    "close_reason",
    "won_at",
    "contact_id",
    "customer_id",
    "opportunity_id",
    "campaign_id",
    "external_id",
  ],
  async *rows(ctx, { from, to }) {
    let query = reader(ctx).selectFrom("lead_list").selectAll().orderBy("created_at").orderBy("id");
    if (from) query = query.where("created_at", ">=", from);
    if (to) query = query.where("created_at", "<", to);
    for await (const row of streamRows(ctx, query))
      yield [
        row.id,
        row.created_at,
        row.name,
        row.email,
        row.phone,
        row.company,
        row.status,
        row.source,
        row.utm as Record<string, unknown> | null,
        row.fit,
        row.engagement,
        row.score,
        row.grade,
        row.owner_name,
        row.handed_over_at,
        row.respond_by,
        row.responded_at,
        row.closed_at,
        row.close_reason,
        row.won_at,
        row.contact_id,
        row.customer_id,
        row.opportunity_id,
        row.campaign_id,
        row.external_id,
      ];
  },
};
