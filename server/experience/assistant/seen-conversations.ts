import { type RawBuilder, sql } from "kysely";
import { seen } from "#front-office/conversations/lock-conversation.ts";
import type { Context } from "#platform/context.ts";

/** Words of customers and facts of their record: only of conversations the reader may see. */
export const ofSeenConversations = (ctx: Context, alias: "assistant_turns" | "assistant_unanswered"): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from conversations where conversations.id = ${sql.ref(`${alias}.conversation_id`)} and ${seen(ctx, "conversations")})`;
