import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockConversation } from "./lock-conversation.ts";
import { pickAgent, type Taker } from "./pick-agent.ts";

/** Gives a conversation to someone, to the least busy of a team, or (nobody named) to whose turn it is. */
export const assignConversation = (
  ctx: Context,
  input: { conversationId: string; assigneeId?: string | undefined; teamId?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    const taker = input.assigneeId
      ? await tx
          .selectFrom("staff")
          .select(["id", "name", "team_id as teamId"])
          .where("id", "=", input.assigneeId)
          .where("active", "=", true)
          .executeTakeFirst()
      : await pickAgent(tx, input.teamId);
    found(taker, "agent", input.assigneeId ?? input.teamId ?? "");
    if (conversation.assignee_id !== taker!.id || conversation.handled_by !== "people")
      await assignTo(tx, ctx, conversation.id, taker!, input.assigneeId ? "chosen" : "least busy");
    return { id: conversation.id };
  });

/** The change itself and its fact. */
export async function assignTo(tx: Tx, ctx: Context, conversationId: string, taker: Taker, rule: "chosen" | "least busy") {
  const row = await tx
    .updateTable("conversations")
    .set({ assignee_id: taker.id, team_id: taker.teamId, assigned_at: ctx.now, handled_by: "people" })
    .where("id", "=", conversationId)
    .returning(["customer_id", "contact_id"])
    .executeTakeFirstOrThrow();
  await append(tx, ctx, "conversation.assigned", {
    subjectId: conversationId,
    customerId: row.customer_id,
    contactId: row.contact_id,
    data: { toId: taker.id, toName: taker.name, rule },
  });
}
