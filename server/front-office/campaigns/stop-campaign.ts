import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { canMove } from "./campaign.ts";
import { lockCampaign } from "./lock-campaign.ts";

/** Stops sending for now; the page stays. Pausing what is paused changes nothing. */
export const pauseCampaign = (ctx: Context, input: { campaignId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    if (campaign.status === "paused") return { id: campaign.id };
    refuseUnless(canMove(campaign.status, "paused"), "campaign.wrong_state", { status: campaign.status });
    await tx
      .updateTable("campaigns")
      .set({ status: "paused", paused_at: ctx.now, pause_reason: input.reason, updated_at: ctx.now })
      .where("id", "=", campaign.id)
      .execute();
    await append(tx, ctx, "campaign.paused", {
      subjectId: campaign.id,
      data: { name: campaign.name, reason: input.reason },
    });
    return { id: campaign.id };
  });

/** Ends it for good: no more mail, and the form of its page is closed. */
export const endCampaign = (ctx: Context, input: { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    if (campaign.status === "ended") return { id: campaign.id };
    await tx
      .updateTable("campaigns")
      .set({ status: "ended", ended_at: ctx.now, updated_at: ctx.now })
      .where("id", "=", campaign.id)
      .execute();
    await append(tx, ctx, "campaign.ended", { subjectId: campaign.id, data: { name: campaign.name } });
    return { id: campaign.id };
  });
