import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { startClocks } from "./clocks.ts";
import { lockConversation } from "./lock-conversation.ts";

/** It was not settled after all: a new clock to resolution starts. */
export const reopenConversation = (ctx: Context, input: { conversationId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    refuseUnless(conversation.status === "resolved", "conversation.wrong_state", { status: conversation.status });
    await tx
      .updateTable("conversations")
      .set({ status: "open", resolved_at: null, reopen_count: conversation.reopen_count + 1 })
      .where("id", "=", conversation.id)
      .execute();
    await append(tx, ctx, "conversation.reopened", {
      subjectId: conversation.id,
      customerId: conversation.customer_id,
      contactId: conversation.contact_id,
      data: { reason: input.reason },
    });
    await startClocks(tx, ctx, conversation.id, ["resolution"]);
    return { id: conversation.id };
  });
