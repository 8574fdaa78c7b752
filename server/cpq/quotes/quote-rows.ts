import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import type { Address } from "./events.ts";
import { type QuoteStatus, sumByPeriod } from "./quote.ts";
import { linesOf } from "./quote-lines.ts";

export const toRow = (row: Selectable<DB["quote_list"]>) => ({
  id: row.id!,
  number: row.number!,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  contactId: row.contact_id,
  contactName: row.contact_name,
  opportunityId: row.opportunity_id,
  opportunityName: row.opportunity_name,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  status: row.status as QuoteStatus,
  version: row.version!,
  currency: row.currency!,
  netMinor: row.net_minor!,
  taxMinor: row.tax_minor!,
  totalMinor: row.total_minor!,
  contractMinor: row.contract_minor!,
  validUntil: row.valid_until,
  createdAt: row.created_at!,
  sentAt: row.sent_at,
});

/** One version as it is offered: lines, sums, address, document. */
export async function offerOf(ctx: Context, row: Selectable<DB["quote_versions"]>) {
  const lines = await linesOf(ctx, row.quote_id, row.version);
  return {
    version: row.version,
    lines,
    ...sumByPeriod(lines),
    taxes: (row.taxes as { category: string; percent: string; netMinor: string; taxMinor: string }[]).map((tax) => ({
      ...tax,
      netMinor: BigInt(tax.netMinor),
      taxMinor: BigInt(tax.taxMinor),
    })),
    listMinor: row.list_minor,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    contractMinor: row.contract_minor,
    note: row.note,
    deliveryAddress: row.delivery_address as Address | null,
    leadTimeDays: row.lead_time_days,
    sentAt: row.sent_at,
    validUntil: row.valid_until,
    documentSha256: row.document_sha256,
  };
}

export async function commentsOf(ctx: Context, quoteId: string) {
  const rows = await reader(ctx)
    .selectFrom("quote_comments")
    .selectAll()
    .where("quote_id", "=", quoteId)
    .orderBy("commented_at")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    by: row.by_kind as "customer" | "staff",
    byName: row.by_name,
    comment: row.comment,
    asksChange: row.asks_change,
    at: row.commented_at,
  }));
}
