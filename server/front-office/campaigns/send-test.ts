import type { Context, Locale } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { sendStaffMessage } from "#record/messaging/staff-mail.ts";
import { type CampaignMail, landingUrl, mailFor } from "./campaign.ts";

/** Sends a mail as it is now to whoever is writing it, in the language asked for, marked as a test. No customer's line knows of it. */
export const sendTest = (ctx: Context, input: { mail: CampaignMail; locale: Locale; slug: string }) =>
  write(ctx, async (tx) => {
    const person = found(
      await tx.selectFrom("staff").select(["id", "name", "email"]).where("id", "=", ctx.actor.id).executeTakeFirst(),
      "staff",
      ctx.actor.id,
    );
    const url = landingUrl(ctx.app.config.publicUrl, input.slug, { utm_source: "test", utm_medium: "email" });
    const content = mailFor(input.mail, { firstName: person.name.split(" ")[0] ?? "" }, url);
    await sendStaffMessage(
      { ...ctx, tx },
      {
        staffId: person.id,
        template: "campaign.test",
        content: { ...content, subject: `[Test] ${content.subject}` },
        locale: input.locale,
      },
    );
    return { to: person.email };
  });
