import type { Context, Locale } from "#platform/context.ts";
import { enqueue } from "#platform/jobs/task.ts";
import type { MailContent } from "#platform/mail/mail-content.ts";
import { write } from "#platform/write.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { segmentMembers } from "#record/segments/queries.ts";

const batch = 100;
const pauseBetweenBatchesMs = 1_000; // at most 100 messages a second leave a campaign

interface MailText {
  subject: string;
  preview: string;
  title: string;
  body: string;
  action: string;
}

/** What one person reads. {first_name} is filled; paragraphs are parted by blank lines; the button leads to the landing page. */
export function campaignMail(text: MailText, person: { firstName: string }, url: string): MailContent {
  const fill = (value: string) => value.replaceAll("{first_name}", person.firstName);
  return {
    subject: fill(text.subject),
    preview: fill(text.preview),
    title: fill(text.title),
    blocks: [
      ...fill(text.body)
        .split(/\n{2,}/)
        .map((paragraph) => ({ kind: "text" as const, text: paragraph })),
      { kind: "button", label: text.action, url },
    ],
  };
}

/** Writes to the next people of the segment and asks for the rest. The place in the segment is kept with the messages: nobody is written to twice. */
export async function sendCampaign(ctx: Context, campaignId: string): Promise<void> {
  await write(ctx, async (tx) => {
    const campaign = await tx.selectFrom("campaigns").selectAll().where("id", "=", campaignId).forUpdate().executeTakeFirst();
    if (!campaign?.segment_id || campaign.status !== "launched" || campaign.sending_done) return;
    const people = await segmentMembers(tx, campaign.segment_id, campaign.sent_to_id, batch);
    const texts = campaign.email as Record<Locale, MailText>;
    const url = `${ctx.app.config.publicUrl}/p/${campaign.landing_slug ?? ""}?utm_source=email&utm_medium=email&utm_campaign=${encodeURIComponent(campaign.offer)}`;
    for (const person of people) {
      const contact = await tx
        .selectFrom("contacts")
        .select(["first_name", "locale"])
        .where("id", "=", person.contact_id!)
        .executeTakeFirst();
      if (!contact) continue;
      const content = campaignMail(texts[contact.locale as Locale], { firstName: contact.first_name }, url);
      await sendMessage(
        { ...ctx, tx },
        {
          contactId: person.contact_id!,
          purpose: campaign.purpose,
          template: "campaign",
          content,
          campaignId,
          follows: campaignId,
        },
      );
    }
    const last = people.at(-1)?.contact_id ?? campaign.sent_to_id;
    const done = people.length < batch;
    await tx.updateTable("campaigns").set({ sent_to_id: last, sending_done: done }).where("id", "=", campaignId).execute();
    if (!done)
      await enqueue(
        tx,
        "campaigns/send",
        { campaignId },
        { key: `campaigns/send:${campaignId}`, runAt: new Date(Date.now() + pauseBetweenBatchesMs) },
      );
  });
}
