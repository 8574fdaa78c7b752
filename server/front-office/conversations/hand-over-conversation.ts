import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { assignTo } from "./assign-conversation.ts";
import { lockConversation } from "./lock-conversation.ts";
import { channelOfEvent } from "./open-conversation.ts";
import { pickAgent } from "./pick-agent.ts";

/** Passes a conversation on to a person, with the reason: to someone named, else to the least busy agent (of the team named). */
export const handOverConversation = (
  ctx: Context,
  input: { conversationId: string; reason: string; toId?: string | undefined; teamId?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    refuseUnless(conversation.status !== "resolved", "conversation.wrong_state", { status: conversation.status });
    const taker = input.toId
      ? await tx
          .selectFrom("staff")
          .select(["id", "name", "team_id as teamId"])
          .where("id", "=", input.toId)
          .where("active", "=", true)
          .executeTakeFirst()
      : await pickAgent(tx, input.teamId, conversation.assignee_id);
    refuseUnless(taker ?? conversation.assignee_id, "conversation.nobody");
    await append(tx, ctx, "conversation.handed_over", {
      subjectId: conversation.id,
      customerId: conversation.customer_id,
      contactId: conversation.contact_id,
      channel: channelOfEvent(conversation.channel),
      data: { reason: input.reason, ...(taker && { toId: taker.id }) },
    });
    await tx
      .insertInto("conversation_messages")
      .values({
        id: newId(),
        conversation_id: conversation.id,
        direction: "note",
        channel: "console",
        body: input.reason,
        author_kind: ctx.actor.kind === "staff" ? "staff" : "system",
        author_id: ctx.actor.id,
        author_name: ctx.actor.kind === "staff" ? ctx.actor.name : "Assistant",
        verified: true,
        sent_at: ctx.now,
      })
      .execute();
    await tx
      .updateTable("conversations")
      .set((eb) => ({
        handled_by: "people",
        status: "open",
        snoozed_until: null,
        handover_count: eb("handover_count", "+", 1),
        note_count: eb("note_count", "+", 1),
      }))
      .where("id", "=", conversation.id)
      .execute();
    if (taker) await assignTo(tx, ctx, conversation.id, taker, input.toId ? "chosen" : "least busy");
    return { id: conversation.id };
  });
