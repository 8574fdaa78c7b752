import { append } from "#events/append.ts";
import type { Context, Locale } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { mailFor } from "#front-office/campaigns/campaign.ts";
import { pageOfCampaign } from "#front-office/campaigns/queries.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { withMarketing } from "./lead.ts";
import type { NurtureStep } from "./nurture-steps.ts";

/**
 * Sends someone who went quiet the next nurture step. Whether it may leave is decided where every message is: without
 * their consent the step passes, the decision is on their line, and nothing claims that it was sent.
 */
export const nurtureLead = (ctx: Context, input: { leadId: string; step: NurtureStep; index: number }) =>
  write(ctx, async (tx) => {
    const lead = await tx.selectFrom("leads").selectAll().where("id", "=", input.leadId).forUpdate().executeTakeFirst();
    if (
      !lead?.contact_id ||
      lead.closed_at ||
      lead.nurture_step !== input.index ||
      !(withMarketing as readonly string[]).includes(lead.status)
    )
      return;
    await tx
      .updateTable("leads")
      .set({ nurture_step: input.index + 1, status: "nurturing", updated_at: ctx.now })
      .where("id", "=", lead.id)
      .execute();
    const inside = { ...ctx, tx };
    const page = await pageOfCampaign(inside, lead.campaign_id);
    const person = await tx
      .selectFrom("contacts")
      .select(["first_name", "locale"])
      .where("id", "=", lead.contact_id)
      .executeTakeFirstOrThrow();
    const words = input.step.mail?.[person.locale as Locale];
    const sent = await sendMessage(inside, {
      contactId: lead.contact_id,
      purpose: "marketing_email",
      template: input.step.template,
      ...(words ? { content: mailFor(words, { firstName: person.first_name }, page) } : { actionUrl: page }),
      follows: lead.id,
    });
    if (sent.outcome === "skipped") return;
    await append(tx, ctx, "lead.nurtured", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      data: { step: input.step.key, ...(sent.outcome === "sent" && { messageId: sent.messageId }) },
    });
  });
