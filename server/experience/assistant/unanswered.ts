import { sql } from "kysely";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { ofSeenConversations } from "./seen-conversations.ts";

/** Questions an article is missing for, newest first, in conversations the reader may see. */
export async function listUnanswered(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; locale?: Locale | undefined },
) {
  let query = reader(ctx)
    .selectFrom("assistant_unanswered")
    .selectAll()
    .where(ofSeenConversations(ctx, "assistant_unanswered"))
    .orderBy("at", "desc")
    .orderBy("message_id", "desc")
    .limit(input.limit + 1);
  if (input.locale) query = query.where("locale", "=", input.locale);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(at, message_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.at, row.message_id]);
  return {
    rows: cut.rows.map((row) => ({
      messageId: row.message_id!,
      conversationId: row.conversation_id!,
      conversationNumber: row.conversation_number!,
      question: row.question!,
      locale: row.locale as Locale,
      why: row.why as "nothing" | "refuted",
      score: row.score!,
      at: row.at!,
    })),
    nextCursor: cut.nextCursor,
  };
}
