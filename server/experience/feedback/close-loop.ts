import { append } from "#events/append.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";

/** Tells the customer what was done about what they said, by e-mail, and notes in how much business time. Once. */
export const closeLoop = (ctx: Context, input: { feedbackId: string; done: string }) =>
  write(ctx, async (tx) => {
    const item = found(
      await tx.selectFrom("feedback_items").selectAll().where("id", "=", input.feedbackId).forUpdate().executeTakeFirst(),
      "feedback",
      input.feedbackId,
    );
    if (item.loop_closed_at && item.loop_done === input.done) return { id: item.id, told: true };
    refuseUnless(!item.loop_closed_at, "feedback.loop_closed");
    refuseUnless(item.contact_id, "feedback.nobody_to_tell");
    const contact = await tx
      .selectFrom("contacts")
      .select(["first_name"])
      .where("id", "=", item.contact_id)
      .executeTakeFirstOrThrow();
    const outcome = await sendMessage(
      { ...ctx, tx },
      {
        contactId: item.contact_id,
        purpose: "feedback",
        transactional: true,
        template: "feedback:mail.loop",
        data: { name: contact.first_name, said: item.text || "…", done: input.done },
        follows: item.id,
      },
    );
    refuseUnless(outcome.outcome !== "skipped", "feedback.cannot_reach", {
      reason: outcome.outcome === "skipped" ? outcome.reason : "",
    });
    const minutes = Math.round(businessDurationMs(await businessCalendar(ctx), item.received_at, ctx.now) / 60_000);
    const inTime = item.loop_due_at === null || ctx.now <= item.loop_due_at;
    await tx
      .updateTable("feedback_items")
      .set({ loop_closed_at: ctx.now, loop_done: input.done })
      .where("id", "=", item.id)
      .execute();
    await append(tx, ctx, "loop.closed", {
      subjectId: item.id,
      customerId: item.customer_id,
      contactId: item.contact_id,
      channel: "email",
      data: {
        conversationId: item.conversation_id ?? item.id,
        feedbackId: item.id,
        done: input.done,
        businessMinutes: minutes,
        inTime,
      },
    });
    return { id: item.id, told: true };
  });
