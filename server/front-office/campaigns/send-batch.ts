import type { Context } from "#platform/context.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { type CampaignMail, landingUrl, mailFor } from "./campaign.ts";
import { takeTokens } from "./take-tokens.ts";

const batch = 100;

/**
 * Writes to the next people of a campaign, as many as the pace allows, each in a transaction of their own: killed in
 * between, those done are done. Asks for itself again until everyone was reached or the campaign stops.
 */
export async function sendBatch(ctx: Context, campaignId: string): Promise<void> {
  const { db } = ctx.app;
  const campaign = await db.selectFrom("campaigns").selectAll().where("id", "=", campaignId).executeTakeFirst();
  if (campaign?.status !== "launched" || !campaign.mail) return;
  const allowed = await takeTokens(db, batch);
  const next = await db
    .selectFrom("campaign_recipients")
    .select("contact_id")
    .where("campaign_id", "=", campaignId)
    .where("handled_at", "is", null)
    .limit(allowed)
    .execute();
  for (const { contact_id } of next) if (!(await sendOne(ctx, campaignId, contact_id))) return;
  if (allowed > 0 && next.length < allowed) return; // everyone was written to
  await write(ctx, (tx) =>
    enqueue(
      tx,
      "campaigns/send",
      { campaignId },
      { key: `campaigns/send:${campaignId}`, ...(allowed < batch && { runAt: new Date(Date.now() + 1_000) }) },
    ),
  );
}

/** False when the campaign was stopped meanwhile. */
const sendOne = (ctx: Context, campaignId: string, contactId: string): Promise<boolean> =>
  write(ctx, async (tx) => {
    const campaign = await tx
      .selectFrom("campaigns")
      .selectAll()
      .where("id", "=", campaignId)
      .forShare()
      .executeTakeFirstOrThrow();
    if (campaign.status !== "launched") return false;
    const waiting = await tx
      .selectFrom("campaign_recipients")
      .select("contact_id")
      .where("campaign_id", "=", campaignId)
      .where("contact_id", "=", contactId)
      .where("handled_at", "is", null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!waiting) return true;
    const person = await tx
      .selectFrom("contact_list")
      .select(["first_name", "locale"])
      .where("id", "=", contactId)
      .executeTakeFirst();
    const texts = campaign.mail as unknown as { en: CampaignMail; fr: CampaignMail };
    const url = landingUrl(ctx.app.config.publicUrl, campaign.slug, {
      utm_source: "email",
      utm_medium: "email",
      ...(campaign.utm as Record<string, string>),
    });
    // someone merged into another since the launch is reached, or not, as that other
    const sent = person
      ? await sendMessage(
          { ...ctx, tx },
          {
            contactId,
            purpose: campaign.purpose,
            template: `campaign:${campaign.slug}`,
            campaignId,
            content: mailFor(texts[person.locale as "en" | "fr"], { firstName: person.first_name ?? "" }, url),
          },
        )
      : undefined;
    await tx
      .updateTable("campaign_recipients")
      .set({
        handled_at: ctx.now,
        outcome: sent?.outcome ?? "skipped",
        reason: sent ? (sent.outcome === "skipped" ? sent.reason : null) : "merged",
        message_id: sent?.outcome === "sent" ? sent.messageId : null,
      })
      .where("campaign_id", "=", campaignId)
      .where("contact_id", "=", contactId)
      .execute();
    return true;
  });
