import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import type { CampaignMail } from "./campaign.ts";
import type { CampaignPage } from "./contract.ts";
import { lockCampaign } from "./lock-campaign.ts";

export interface CampaignContent {
  name: string;
  offer: string;
  segmentId: string | null;
  mail: { en: CampaignMail; fr: CampaignMail } | null;
  page: { en: CampaignPage; fr: CampaignPage };
  formSlug: string | null;
  utm: Partial<Record<string, string>>;
  startsAt: Date | null;
  endsAt: Date | null;
  unsubscribeLimitBp: number;
  costMinor?: bigint | null;
}

/** Prepares a campaign: a draft nobody sees yet. */
export const createCampaign = (ctx: Context, input: CampaignContent & { slug: string }) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("campaigns")
      .values({
        id,
        name: input.name,
        offer: input.offer,
        status: "draft",
        segment_id: input.segmentId,
        mail: input.mail ? json(input.mail) : null,
        slug: input.slug,
        page: json(input.page),
        form_slug: input.formSlug,
        utm: json(input.utm),
        starts_at: input.startsAt,
        ends_at: input.endsAt,
        unsubscribe_limit_bp: input.unsubscribeLimitBp,
        cost_minor: input.costMinor ?? null,
        cost_currency: (await defaultLegalEntity({ ...ctx, tx })).currency,
        owner_id: ctx.actor.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    return { id };
  });

type Change = { [K in keyof CampaignContent]?: CampaignContent[K] | undefined } & { campaignId: string };

/** Changes a campaign. Who it goes to and what its mail says are settled at launch; the page may be mended until the end. */
export const changeCampaign = (ctx: Context, input: Change) =>
  write(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    refuseUnless(campaign.status !== "ended", "campaign.wrong_state", { status: campaign.status });
    const settled = input.segmentId !== undefined || input.mail !== undefined;
    refuseUnless(!settled || campaign.status === "draft", "campaign.already_launched");
    await tx
      .updateTable("campaigns")
      .set({
        updated_at: ctx.now,
        ...(input.name !== undefined && { name: input.name }),
        ...(input.offer !== undefined && { offer: input.offer }),
        ...(input.segmentId !== undefined && { segment_id: input.segmentId }),
        ...(input.mail !== undefined && { mail: input.mail ? json(input.mail) : null }),
        ...(input.page !== undefined && { page: json(input.page) }),
        ...(input.formSlug !== undefined && { form_slug: input.formSlug }),
        ...(input.utm !== undefined && { utm: json(input.utm) }),
        ...(input.startsAt !== undefined && { starts_at: input.startsAt }),
        ...(input.endsAt !== undefined && { ends_at: input.endsAt }),
        ...(input.unsubscribeLimitBp !== undefined && { unsubscribe_limit_bp: input.unsubscribeLimitBp }),
        ...(input.costMinor !== undefined && { cost_minor: input.costMinor }),
      })
      .where("id", "=", campaign.id)
      .execute();
    return { id: campaign.id };
  });
