import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { canMove, type CampaignStatus } from "./campaign.ts";

async function move(tx: Tx, campaignId: string, to: CampaignStatus) {
  const campaign = found(
    await tx.selectFrom("campaigns").selectAll().where("id", "=", campaignId).forUpdate().executeTakeFirst(),
    "campaign",
    campaignId,
  );
  if (campaign.status === to) return undefined;
  refuseUnless(canMove(campaign.status, to), "campaign.wrong_state", { status: campaign.status });
  await tx.updateTable("campaigns").set({ status: to }).where("id", "=", campaign.id).execute();
  return campaign;
}

/** The page goes online and the segment is written to, as far as each person agreed. Launching twice launches once. */
export const launchCampaign = (ctx: Context, input: { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = await move(tx, input.campaignId, "launched");
    if (!campaign) return { id: input.campaignId };
    await tx.updateTable("campaigns").set({ launched_at: ctx.now, paused_reason: null }).where("id", "=", campaign.id).execute();
    await append(tx, ctx, "campaign.launched", {
      subjectId: campaign.id,
      data: { name: campaign.name, offer: campaign.offer, segmentId: campaign.segment_id, landingSlug: campaign.landing_slug },
    });
    if (campaign.segment_id)
      await enqueue(tx, "campaigns/send", { campaignId: campaign.id }, { key: `campaigns/send:${campaign.id}` });
    return { id: campaign.id };
  });

export const resumeCampaign = (ctx: Context, input: { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = await move(tx, input.campaignId, "launched");
    if (!campaign) return { id: input.campaignId };
    await tx.updateTable("campaigns").set({ paused_reason: null }).where("id", "=", campaign.id).execute();
    if (!campaign.sending_done)
      await enqueue(tx, "campaigns/send", { campaignId: campaign.id }, { key: `campaigns/send:${campaign.id}` });
    return { id: campaign.id };
  });

export const pauseCampaign = (ctx: Context, input: { campaignId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const campaign = await move(tx, input.campaignId, "paused");
    if (!campaign) return { id: input.campaignId };
    await tx.updateTable("campaigns").set({ paused_reason: input.reason }).where("id", "=", campaign.id).execute();
    await append(tx, ctx, "campaign.paused", { subjectId: campaign.id, data: { name: campaign.name, reason: input.reason } });
    return { id: campaign.id };
  });

export const endCampaign = (ctx: Context, input: { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = await move(tx, input.campaignId, "ended");
    if (!campaign) return { id: input.campaignId };
    await tx.updateTable("campaigns").set({ ended_at: ctx.now }).where("id", "=", campaign.id).execute();
    await append(tx, ctx, "campaign.ended", { subjectId: campaign.id, data: { name: campaign.name } });
    return { id: campaign.id };
  });
