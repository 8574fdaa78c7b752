import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { withMarketing } from "./lead.ts";

interface Step {
  key: string;
  afterDays: number;
  /** Its texts are leads:mail.<template>.subject, .body ... */
  template: string;
}

/** Sends someone who went quiet the next nurture step, as far as what they agreed to allows, and notes it either way. */
export const nurtureLead = (ctx: Context, input: { leadId: string; step: Step; index: number }) =>
  write(ctx, async (tx) => {
    const lead = await tx.selectFrom("leads").selectAll().where("id", "=", input.leadId).forUpdate().executeTakeFirst();
    if (
      !lead?.contact_id ||
      lead.closed_at ||
      lead.nurture_step !== input.index ||
      !(withMarketing as readonly string[]).includes(lead.status)
    )
      return;
    const contact = await tx
      .selectFrom("contacts")
      .select(["first_name", "email"])
      .where("id", "=", lead.contact_id)
      .executeTakeFirstOrThrow();
    const sent = contact.email
      ? await sendMessage(
          { ...ctx, tx },
          {
            contactId: lead.contact_id,
            purpose: "marketing_email",
            template: `leads:mail.${input.step.template}`,
            data: { name: contact.first_name },
            actionUrl: `${ctx.app.config.publicUrl}/shop/fibre-pro?utm_source=nurture&utm_campaign=${input.step.key}`,
            follows: lead.id,
            ...(lead.campaign_id && { campaignId: lead.campaign_id }),
          },
        )
      : undefined;
    await tx
      .updateTable("leads")
      .set({ nurture_step: input.index + 1, status: "nurturing", updated_at: ctx.now })
      .where("id", "=", lead.id)
      .execute();
    await append(tx, ctx, "lead.nurtured", {
      subjectId: lead.id,
      contactId: lead.contact_id,
      data: { step: input.step.key, ...(sent?.outcome === "sent" && { messageId: sent.messageId }) },
    });
  });
