import { append } from "#events/append.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { stopClock } from "./clocks.ts";
import { canMove } from "./conversation.ts";
import { lockConversation } from "./lock-conversation.ts";
import { channelOfEvent } from "./open-conversation.ts";

/**
 * The matter is settled. First contact: one answer was enough, nobody else was needed, and it was never reopened.
 * Resolving what is resolved changes nothing.
 */
export const resolveConversation = (ctx: Context, input: { conversationId: string }) =>
  write(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    if (conversation.status === "resolved") return { id: conversation.id };
    refuseUnless(canMove(conversation.status, "resolved"), "conversation.wrong_state", { status: conversation.status });
    await stopClock(tx, ctx, conversation.id, "first_response");
    await stopClock(tx, ctx, conversation.id, "resolution");
    await tx
      .updateTable("conversations")
      .set({ status: "resolved", resolved_at: ctx.now, snoozed_until: null, waiting_since: null })
      .where("id", "=", conversation.id)
      .execute();
    const calendar = await businessCalendar({ ...ctx, tx });
    const answers = conversation.reply_count + conversation.automatic_count;
    await append(tx, ctx, "conversation.resolved", {
      subjectId: conversation.id,
      customerId: conversation.customer_id,
      contactId: conversation.contact_id,
      channel: channelOfEvent(conversation.channel),
      data: {
        minutes: Math.round(businessDurationMs(calendar, conversation.opened_at, ctx.now) / 60_000),
        firstContact: answers === 1 && conversation.reopen_count === 0 && conversation.handover_count === 0,
      },
    });
    return { id: conversation.id };
  });
