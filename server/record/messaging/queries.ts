import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { inScope } from "#record/customers/visible.ts";
import { renderMessage } from "./render-message.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  contactId?: string | undefined;
  customerId?: string | undefined;
  campaignId?: string | undefined;
  status?: string | undefined;
  purpose?: string | undefined;
  outcome?: string | undefined;
  reason?: string | undefined;
}

/** Messages to people the reader may see. Ids are made in time order, so they are the order. */
export async function listMessages(ctx: Context, filter: Filter) {
  let query = reader(ctx)
    .selectFrom("message_list")
    .selectAll()
    .where("staff_id", "is", null)
    .where(seen(ctx, "message_list"))
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (filter.contactId) query = query.where("contact_id", "=", filter.contactId);
  if (filter.customerId) query = query.where("customer_id", "=", filter.customerId);
  if (filter.campaignId) query = query.where("campaign_id", "=", filter.campaignId);
  if (filter.status) query = query.where("status", "=", filter.status);
  if (filter.purpose) query = query.where("purpose", "=", filter.purpose);
  if (filter.cursor) query = query.where("id", "<", String(decodeCursor(filter.cursor, 1)[0]));
  const cut = page(await query.execute(), filter.limit, (row) => [row.id]);
  return { rows: cut.rows.map(toMessage), nextCursor: cut.nextCursor };
}

export async function listDecisions(ctx: Context, filter: Filter) {
  let query = reader(ctx)
    .selectFrom("message_decision_list")
    .selectAll()
    .where(seen(ctx, "message_decision_list"))
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (filter.contactId) query = query.where("contact_id", "=", filter.contactId);
  if (filter.campaignId) query = query.where("campaign_id", "=", filter.campaignId);
  if (filter.outcome) query = query.where("outcome", "=", filter.outcome);
  if (filter.reason) query = query.where("reason", "=", filter.reason);
  if (filter.cursor) query = query.where("id", "<", String(decodeCursor(filter.cursor, 1)[0]));
  const cut = page(await query.execute(), filter.limit, (row) => [row.id]);
  return { rows: cut.rows.map(toDecision), nextCursor: cut.nextCursor };
}

/** One message as it looked. Content that held a secret was emptied when it left. */
export async function showMessage(ctx: Context, input: { messageId: string }) {
  const db = reader(ctx);
  const listed = found(
    await db
      .selectFrom("message_list")
      .selectAll()
      .where("id", "=", input.messageId)
      .where("staff_id", "is", null)
      .where(seen(ctx, "message_list"))
      .executeTakeFirst(),
    "message",
    input.messageId,
  );
  const row = await db.selectFrom("messages").selectAll().where("id", "=", input.messageId).executeTakeFirstOrThrow();
  const rendered = row.content ? await renderMessage(ctx, row) : undefined;
  const decision = row.decision_id
    ? await db.selectFrom("message_decision_list").selectAll().where("id", "=", row.decision_id).executeTakeFirst()
    : undefined;
  return {
    message: toMessage(listed),
    html: rendered?.html ?? null,
    text: rendered?.text ?? null,
    decision: decision ? toDecision(decision) : null,
  };
}

const seen = (ctx: Context, relation: "message_list" | "message_decision_list") =>
  sql<boolean>`(${sql.ref(`${relation}.customer_id`)} is null or exists (select 1 from customer_list where customer_list.id = ${sql.ref(`${relation}.customer_id`)} and ${inScope(ctx, "customer_list")}))`;

const toMessage = (row: Selectable<DB["message_list"]>) => ({
  id: row.id!,
  contactId: row.contact_id,
  contactName: row.contact_name,
  customerId: row.customer_id,
  campaignId: row.campaign_id,
  purpose: row.purpose!,
  template: row.template!,
  transactional: row.transactional!,
  to: row.to_address!,
  subject: row.subject!,
  status: row.status as "queued" | "sent" | "bounced" | "failed",
  error: row.error,
  createdAt: row.created_at!,
  sentAt: row.sent_at,
  openedAt: row.opened_at,
  clickedAt: row.clicked_at,
});

const toDecision = (row: Selectable<DB["message_decision_list"]>) => ({
  id: row.id!,
  contactId: row.contact_id,
  contactName: row.contact_name,
  customerId: row.customer_id,
  campaignId: row.campaign_id,
  purpose: row.purpose!,
  template: row.template!,
  transactional: row.transactional!,
  outcome: row.outcome as "send" | "defer" | "skip",
  reason: row.reason!,
  basis: row.basis!,
  facts: row.facts as Record<string, unknown>,
  decidedAt: row.decided_at!,
});
