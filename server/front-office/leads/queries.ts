import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { canMove, type LeadStatus } from "./lead.ts";
import { inScope } from "./lock-lead.ts";
import type { Reason } from "./score.ts";

const allStatuses: readonly LeadStatus[] = ["handed_over", "working", "qualified", "disqualified", "recycled"];

const toRow = (row: Selectable<DB["lead_list"]>, now: Date) => ({
  id: row.id!,
  name: row.name!,
  company: row.company,
  email: row.email,
  source: row.source!,
  status: row.status as LeadStatus,
  score: row.score!,
  grade: row.grade!,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  respondBy: row.respond_by,
  respondedAt: row.responded_at,
  late: row.respond_by !== null && (row.responded_at ?? now) > row.respond_by,
  createdAt: row.created_at!,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: LeadStatus | undefined;
  ownerId?: string | undefined;
  source?: string | undefined;
  late?: boolean | undefined;
  open?: boolean | undefined;
}

export async function listLeads(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("lead_list")
    .selectAll()
    .where(inScope(ctx, "lead_list"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.ownerId) query = query.where("owner_id", "=", input.ownerId);
  if (input.source) query = query.where("source", "=", input.source);
  if (input.open) query = query.where("closed_at", "is", null);
  if (input.late) query = query.where("responded_at", "is", null).where("respond_by", "<", ctx.now);
  if (input.search) query = query.where(sql<boolean>`search @@ to_tsquery('simple', ${prefixQuery(input.search)})`);
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map((row) => toRow(row, ctx.now)), nextCursor: cut.nextCursor };
}

export async function showLead(ctx: Context, input: { leadId: string }) {
  const row = found(
    await reader(ctx)
      .selectFrom("lead_list")
      .selectAll()
      .where("id", "=", input.leadId)
      .where(inScope(ctx, "lead_list"))
      .executeTakeFirst(),
    "lead",
    input.leadId,
  );
  return {
    ...toRow(row, ctx.now),
    contactId: row.contact_id,
    phone: row.phone,
    phoneClaimed: row.phone_claimed!,
    utm: row.utm as Record<string, string>,
    fit: row.fit!,
    engagement: row.engagement!,
    reasons: row.reasons as Reason[],
    handedOverAt: row.handed_over_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    customerId: row.customer_id,
    opportunityId: row.opportunity_id,
    allowed: allStatuses.filter((status) => canMove(row.status!, status)),
  };
}
