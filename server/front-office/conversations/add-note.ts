import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { lockConversation } from "./lock-conversation.ts";

/** A note for colleagues: the customer never sees it, and no clock moves. */
export const addNote = (ctx: Context, input: { conversationId: string; body: string; authorName?: string | undefined }) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    const id = newId();
    await tx
      .insertInto("conversation_messages")
      .values({
        id,
        conversation_id: conversation.id,
        direction: "note",
        channel: "console",
        body: input.body,
        author_kind: ctx.actor.kind === "staff" ? "staff" : "system",
        author_id: ctx.actor.id,
        author_name: ctx.actor.kind === "staff" ? ctx.actor.name : (input.authorName ?? "Throughline"),
        verified: true,
        sent_at: ctx.now,
      })
      .execute();
    await tx
      .updateTable("conversations")
      .set((eb) => ({ note_count: eb("note_count", "+", 1) }))
      .where("id", "=", conversation.id)
      .execute();
    return { id };
  });
