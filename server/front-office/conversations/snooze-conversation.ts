import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { canMove } from "./conversation.ts";
import { lockConversation } from "./lock-conversation.ts";

/** Puts a conversation aside until an instant; it comes back by itself, or at once when the customer writes. Our clock runs on. */
export const snoozeConversation = (ctx: Context, input: { conversationId: string; until: Date }) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    refuseUnless(input.until > ctx.now, "conversation.snooze_past");
    refuseUnless(conversation.status === "snoozed" || canMove(conversation.status, "snoozed"), "conversation.wrong_state", {
      status: conversation.status,
    });
    await tx
      .updateTable("conversations")
      .set({ status: "snoozed", snoozed_until: input.until })
      .where("id", "=", conversation.id)
      .execute();
    return { id: conversation.id };
  });

/** Those whose time has come are in the inbox again. */
export async function wakeSnoozed(ctx: Context): Promise<void> {
  await write(ctx, (tx) =>
    tx
      .updateTable("conversations")
      .set({ status: "open", snoozed_until: null })
      .where("status", "=", "snoozed")
      .where("snoozed_until", "<=", ctx.now)
      .execute(),
  );
}
