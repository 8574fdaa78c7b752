import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { lockConversation } from "./lock-conversation.ts";
import { takeMessage } from "./take-message.ts";

/** What the customer said on the telephone joins the thread, as a message of theirs. */
export const logCall = (ctx: Context, input: { conversationId: string; body: string }) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    const contact = conversation.contact_id
      ? await tx
          .selectFrom("contacts")
          .select(["first_name", "last_name"])
          .where("id", "=", conversation.contact_id)
          .executeTakeFirst()
      : undefined;
    const name = contact ? `${contact.first_name} ${contact.last_name}`.trim() : (conversation.visitor_name ?? "?");
    const taken = await takeMessage(tx, ctx, conversation, {
      channel: "phone",
      body: input.body,
      externalId: null,
      author: { id: conversation.contact_id ?? conversation.id, name },
      verified: false,
    });
    return { id: taken!.messageId };
  });
