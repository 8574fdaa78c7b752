import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { Evidence } from "./evidence.ts";
import { reasonIn } from "./reason.ts";
import { ofSeenConversations } from "./seen-conversations.ts";

const monthMs = 30 * 86_400_000;

/** How the assistant does, over the last 30 days unless told. Confirmed and assumed are never added up. */
export async function showMetrics(ctx: Context, input: { from?: Date | undefined; to?: Date | undefined }) {
  const db = reader(ctx);
  const to = input.to ?? ctx.now;
  const from = input.from ?? new Date(to.getTime() - monthMs);
  const span = sql`at >= ${from} and at <= ${to}`;
  const [sums, reasons, intents] = await Promise.all([
    sql<Record<"messages" | "answered" | "handed_over" | "confirmed" | "assumed" | "refuted", bigint>>`
      select count(*) as messages, count(*) filter (where outcome = 'answered') as answered, count(*) filter (where outcome = 'handed_over') as handed_over,
        count(confirmed_at) as confirmed, count(assumed_at) as assumed, count(refuted_at) as refuted from assistant_turns where ${span}`.execute(
      db,
    ),
    sql<{ reason: string; n: bigint }>`
      select reason, count(*) as n from assistant_turns where outcome = 'handed_over' and ${span} group by 1 order by 2 desc limit 20`.execute(
      db,
    ),
    sql<{
      intent: string;
      n: bigint;
    }>`select intent, count(*) as n from assistant_turns where ${span} group by 1 order by 2 desc limit 20`.execute(db),
  ]);
  const sum = sums.rows[0]!;
  return {
    messages: Number(sum.messages),
    answered: Number(sum.answered),
    handedOver: Number(sum.handed_over),
    confirmed: Number(sum.confirmed),
    assumed: Number(sum.assumed),
    refuted: Number(sum.refuted),
    reasons: reasons.rows.map((row) => ({ reason: reasonIn(ctx.locale, row.reason), count: Number(row.n) })),
    intents: intents.rows.map((row) => ({ intent: row.intent, count: Number(row.n) })),
  };
}

export async function listTurns(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; conversationId?: string | undefined },
) {
  let query = reader(ctx)
    .selectFrom("assistant_turns")
    .selectAll()
    .where(ofSeenConversations(ctx, "assistant_turns"))
    .orderBy("at", "desc")
    .orderBy("message_id", "desc")
    .limit(input.limit + 1);
  if (input.conversationId) query = query.where("conversation_id", "=", input.conversationId);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(at, message_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.at, row.message_id]);
  return {
    rows: cut.rows.map((row) => ({
      messageId: row.message_id,
      conversationId: row.conversation_id,
      intent: row.intent,
      score: row.score,
      outcome: row.outcome as "answered" | "greeted" | "asked_to_sign_in" | "handed_over" | "thanked",
      reason: row.reason && reasonIn(ctx.locale, row.reason),
      evidence: row.evidence as unknown as Evidence[],
      at: row.at,
    })),
    nextCursor: cut.nextCursor,
  };
}
