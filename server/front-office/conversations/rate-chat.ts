import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { myChat } from "./chat-access.ts";
import { livingConversation } from "./lock-conversation.ts";

/**
 * What the customer thought of a conversation, 1 (very dissatisfied) to 5 (very satisfied), with or without words. They
 * may change their mind: the last rating counts, and saying the same again is no news.
 */
export const rateChat = (
  ctx: Context,
  input: { conversationId: string; key?: string | undefined; score: number; comment?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const mine = await myChat(tx, ctx, input);
    const matter = await livingConversation(tx, mine.id);
    const comment = input.comment || null;
    if (matter.rating === input.score && matter.rating_comment === comment) return { id: matter.id };
    await tx
      .updateTable("conversations")
      .set({ rating: input.score, rating_comment: comment, rated_at: ctx.now })
      .where("id", "=", matter.id)
      .execute();
    await append(tx, ctx, "conversation.rated", {
      subjectId: matter.id,
      customerId: matter.customer_id,
      contactId: matter.contact_id,
      channel: "chat",
      data: { score: input.score, ...(comment && { comment }) },
    });
    return { id: matter.id };
  });
