import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { stopClock } from "./clocks.ts";
import { lockConversation } from "./lock-conversation.ts";

/** Two threads about one matter become one: the messages move, and answers to the old thread arrive in the new one. */
export const mergeConversations = (ctx: Context, input: { conversationId: string; intoId: string }) =>
  write(ctx, async (tx) => {
    // always locked in the same order, so that two agents merging the other way round do not wait for each other
    const [low, high] = [input.conversationId, input.intoId].sort();
    const locked = [await lockConversation(tx, ctx, low!), await lockConversation(tx, ctx, high!)];
    const [source, target] = low === input.conversationId ? locked : locked.reverse();
    refuseUnless(source!.id !== target!.id, "conversation.same");
    const people = [source!, target!].map((each) => each.customer_id ?? each.contact_id);
    refuseUnless(!people[0] || !people[1] || people[0] === people[1], "conversation.two_customers");
    await stopClock(tx, ctx, source!.id, "first_response");
    await stopClock(tx, ctx, source!.id, "resolution");
    await tx
      .updateTable("conversation_messages")
      .set({ conversation_id: target!.id })
      .where("conversation_id", "=", source!.id)
      .execute();
    await tx
      .updateTable("conversations")
      .set({
        key_hash: null, // whoever began one of them by an address alone is not shown the other
        contact_id: target!.contact_id ?? source!.contact_id,
        customer_id: target!.customer_id ?? source!.customer_id,
        inbound_count: target!.inbound_count + source!.inbound_count,
        reply_count: target!.reply_count + source!.reply_count,
        automatic_count: target!.automatic_count + source!.automatic_count,
        note_count: target!.note_count + source!.note_count,
        ...(source!.last_message_at > target!.last_message_at && {
          last_message_at: source!.last_message_at,
          channel: source!.channel,
        }),
      })
      .where("id", "=", target!.id)
      .execute();
    await tx
      .updateTable("conversations")
      .set({ status: "merged", merged_into_id: target!.id, snoozed_until: null, waiting_since: null })
      .where("id", "=", source!.id)
      .execute();
    await append(tx, ctx, "conversation.merged", {
      subjectId: source!.id,
      customerId: source!.customer_id,
      contactId: source!.contact_id,
      data: { intoId: target!.id, intoNumber: target!.number },
    });
    return { id: target!.id };
  });
