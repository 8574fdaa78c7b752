import { type RawBuilder, sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { inScope } from "#record/customers/visible.ts";

/** Whose conversations someone sees: those of the accounts they may see, their own, and those of nobody's account. */
export function seen(ctx: Context, alias: "conversations" | "conversation_list"): RawBuilder<boolean> {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return sql<boolean>`true`;
  const customerId = sql.ref(`${alias}.customer_id`);
  return sql<boolean>`(${customerId} is null or ${sql.ref(`${alias}.assignee_id`)} = ${actor.id}
    or exists (select 1 from customer_list where customer_list.id = ${customerId} and ${inScope(ctx, "customer_list")}))`;
}

/** The conversation to change; one that was merged answers through the one it became. */
export async function lockConversation(tx: Tx, ctx: Context, conversationId: string) {
  const row = found(
    await tx
      .selectFrom("conversations")
      .selectAll()
      .where("id", "=", conversationId)
      .where(seen(ctx, "conversations"))
      .forUpdate()
      .executeTakeFirst(),
    "conversation",
    conversationId,
  );
  return row.merged_into_id ? livingConversation(tx, row.merged_into_id) : row;
}

/** The conversation that answers for this one: itself, or the one it was merged into. Locked. */
export async function livingConversation(tx: Tx, conversationId: string) {
  for (let id = conversationId; ; ) {
    const row = await tx.selectFrom("conversations").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
    if (!row.merged_into_id) return row;
    id = row.merged_into_id;
  }
}
