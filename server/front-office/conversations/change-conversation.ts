import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import type { Kind, Priority } from "./conversation.ts";
import { lockConversation } from "./lock-conversation.ts";

/** Calls a conversation by a better subject, or says what it is and how much it presses. Its clocks keep their promise. */
export const changeConversation = (
  ctx: Context,
  input: { conversationId: string; subject?: string | undefined; kind?: Kind | undefined; priority?: Priority | undefined },
) =>
  write(ctx, async (tx) => {
    const before = await lockConversation(tx, ctx, input.conversationId);
    const after = {
      subject: input.subject?.replace(/\s+/g, " ") ?? before.subject,
      kind: input.kind ?? (before.kind as Kind),
      priority: input.priority ?? (before.priority as Priority),
    };
    if (after.subject === before.subject && after.kind === before.kind && after.priority === before.priority)
      return { id: before.id };
    await tx.updateTable("conversations").set(after).where("id", "=", before.id).execute();
    await append(tx, ctx, "conversation.changed", {
      subjectId: before.id,
      customerId: before.customer_id,
      contactId: before.contact_id,
      data: after,
    });
    return { id: before.id };
  });
