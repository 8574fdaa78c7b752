import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { prefixQuery } from "#platform/search.ts";
import { type ConversationChannel, type Kind, type Priority, type Status, allowedMoves, previewOf } from "./conversation.ts";
import { seen } from "./lock-conversation.ts";
import type { Source } from "./reply-to-conversation.ts";
import type { Attachment } from "./take-message.ts";

export const toRow = (row: Selectable<DB["conversation_list"]>, now: Date) => ({
  id: row.id!,
  number: row.number!,
  subject: row.subject!,
  kind: row.kind as Kind,
  priority: row.priority as Priority,
  status: row.status as Status,
  reason: row.reason,
  channel: row.channel as ConversationChannel,
  locale: row.locale as "en" | "fr",
  customerId: row.customer_id,
  customerName: row.customer_name,
  contactId: row.contact_id,
  contactName: row.contact_name,
  contactEmail: row.contact_email,
  handledBy: row.handled_by as "assistant" | "people",
  teamId: row.team_id,
  teamName: row.team_name,
  assigneeId: row.assignee_id,
  assigneeName: row.assignee_name,
  snoozedUntil: row.snoozed_until,
  openedAt: row.opened_at!,
  firstRepliedAt: row.first_replied_at,
  waitingSince: row.waiting_since,
  resolvedAt: row.resolved_at,
  lastMessageAt: row.last_message_at!,
  preview: previewOf(row.last_body ?? row.reason ?? row.subject ?? ""),
  lastDirection: row.last_direction as "inbound" | "outbound" | null,
  clock: row.clock_kind
    ? { kind: row.clock_kind as "first_response" | "resolution", dueAt: row.clock_due_at!, late: row.clock_due_at! < now }
    : null,
  breached: row.breached!,
  rating: row.rating,
  counts: {
    inbound: row.inbound_count!,
    replies: row.reply_count!,
    automatic: row.automatic_count!,
    notes: row.note_count!,
    reopened: row.reopen_count!,
    handedOver: row.handover_count!,
  },
});

export interface InboxFilter {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: readonly Status[] | undefined;
  assignee?: "me" | "nobody" | undefined;
  assigneeId?: string | undefined;
  teamId?: string | undefined;
  handledBy?: "assistant" | "people" | undefined;
  channel?: readonly ConversationChannel[] | undefined;
  kind?: readonly Kind[] | undefined;
  priority?: readonly Priority[] | undefined;
  customerId?: string | undefined;
  late?: boolean | undefined;
  live?: boolean | undefined;
}

/** The inbox, newest words first. */
export async function listConversations(ctx: Context, filter: InboxFilter) {
  let query = reader(ctx)
    .selectFrom("conversation_list")
    .selectAll()
    .where("status", "<>", "merged")
    .where(seen(ctx, "conversation_list"))
    .orderBy("last_message_at", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit + 1);
  if (filter.status?.length) query = query.where("status", "in", filter.status);
  if (filter.live) query = query.where("status", "in", ["open", "waiting", "snoozed"]);
  if (filter.assignee === "me") query = query.where("assignee_id", "=", ctx.actor.id);
  if (filter.assignee === "nobody") query = query.where("assignee_id", "is", null);
  if (filter.assigneeId) query = query.where("assignee_id", "=", filter.assigneeId);
  if (filter.teamId) query = query.where("team_id", "=", filter.teamId);
  if (filter.handledBy) query = query.where("handled_by", "=", filter.handledBy);
  if (filter.channel?.length) query = query.where("channel", "in", filter.channel);
  if (filter.kind?.length) query = query.where("kind", "in", filter.kind);
  if (filter.priority?.length) query = query.where("priority", "in", filter.priority);
  if (filter.customerId) query = query.where("customer_id", "=", filter.customerId);
  if (filter.late) query = query.where("clock_due_at", "<", ctx.now);
  if (filter.search) {
    const wanted = sql`to_tsquery('simple', ${prefixQuery(filter.search)})`;
    query = query.where(
      sql<boolean>`(search @@ ${wanted} or search_vector(coalesce(contact_name, '') || ' ' || coalesce(customer_name, '')) @@ ${wanted}
        or id in (select m.conversation_id from conversation_messages m where search_vector(m.body) @@ ${wanted}))`,
    );
  }
  if (filter.cursor) {
    const [at, id] = decodeCursor(filter.cursor, 2);
    query = query.where(sql<boolean>`(last_message_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), filter.limit, (row) => [row.last_message_at, row.id]);
  return { rows: cut.rows.map((row) => toRow(row, ctx.now)), nextCursor: cut.nextCursor };
}

/** How many wait for me, for anybody, and past their time: what the navigation shows. */
export async function countInbox(ctx: Context) {
  const { rows } = await sql<{ mine: bigint; nobodys: bigint; late: bigint; open: bigint }>`
    select count(*) filter (where assignee_id = ${ctx.actor.kind === "staff" ? ctx.actor.id : null} and status = 'open') as mine,
      count(*) filter (where assignee_id is null and handled_by = 'people' and status = 'open') as nobodys,
      count(*) filter (where status = 'open') as open,
      count(*) filter (where exists (select 1 from conversation_clocks k where k.conversation_id = conversations.id and k.state = 'running' and k.due_at < ${ctx.now})) as late
    from conversations where status in ('open', 'waiting', 'snoozed') and ${seen(ctx, "conversations")}`.execute(reader(ctx));
  const { mine, nobodys, late, open } = rows[0]!;
  return { mine: Number(mine), nobodys: Number(nobodys), late: Number(late), open: Number(open) };
}

export async function showConversation(ctx: Context, input: { conversationId: string }) {
  const db = reader(ctx);
  const row = found(
    await db
      .selectFrom("conversation_list")
      .selectAll()
      .where("id", "=", input.conversationId)
      .where(seen(ctx, "conversation_list"))
      .executeTakeFirst(),
    "conversation",
    input.conversationId,
  );
  const [messages, clocks] = await Promise.all([
    db
      .selectFrom("conversation_messages")
      .selectAll()
      .where("conversation_id", "=", row.id)
      .orderBy("sent_at", "desc")
      .orderBy("id", "desc")
      .limit(300)
      .execute(),
    db.selectFrom("conversation_clocks").selectAll().where("conversation_id", "=", row.id).orderBy("started_at").execute(),
  ]);
  return {
    ...toRow(row, ctx.now),
    mergedIntoId: row.merged_into_id,
    ratingComment: row.rating_comment,
    allowed: [...allowedMoves(row.status!)],
    messages: messages.reverse().map(toMessage),
    clocks: clocks.map((clock) => ({
      kind: clock.kind as "first_response" | "resolution",
      state: clock.state as "running" | "paused" | "stopped",
      targetMs: Number(clock.target_ms),
      spentMs: Number(clock.spent_ms),
      startedAt: clock.started_at,
      dueAt: clock.due_at,
      stoppedAt: clock.stopped_at,
      breachedAt: clock.breached_at,
    })),
  };
}

const toMessage = (row: Selectable<DB["conversation_messages"]>) => ({
  id: row.id,
  direction: row.direction as "inbound" | "outbound" | "note",
  channel: row.channel as ConversationChannel,
  body: row.body,
  authorKind: row.author_kind as "customer" | "staff" | "system",
  authorName: row.author_name,
  verified: row.verified,
  automatic: row.automatic,
  sources: row.sources as unknown as Source[],
  attachments: (row.attachments as unknown as Attachment[]).map(({ name, mime, sizeBytes }, index) => ({
    index,
    name,
    mime,
    sizeBytes,
  })),
  mailedAt: row.mailed_at,
  sentAt: row.sent_at,
});

/** A file that came with a mail. */
export async function readAttachment(ctx: Context, input: { conversationId: string; messageId: string; index: number }) {
  await showConversation(ctx, input);
  const row = found(
    await reader(ctx)
      .selectFrom("conversation_messages")
      .select("attachments")
      .where("id", "=", input.messageId)
      .where("conversation_id", "=", input.conversationId)
      .executeTakeFirst(),
    "message",
    input.messageId,
  );
  const file = found((row.attachments as unknown as Attachment[])[input.index], "attachment", String(input.index));
  const bytes = found(await ctx.app.files.get(file.key), "attachment", file.name);
  // never shown as a page of ours, whatever the sender called it
  return new File([bytes as Uint8Array<ArrayBuffer>], file.name, { type: "application/octet-stream" });
}

export async function showSettings(ctx: Context) {
  const row = await reader(ctx).selectFrom("conversation_settings").selectAll().executeTakeFirstOrThrow();
  return { firstResponseMinutes: row.first_response_minutes, resolutionDays: row.resolution_days };
}
