import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { canMove } from "./campaign.ts";
import { lockCampaign } from "./lock-campaign.ts";

/**
 * Launches a campaign: the page opens, and everyone in the segment at this moment is written to, once. After a pause it
 * goes on with those not yet reached. Launching what is launched changes nothing.
 */
export const launchCampaign = (ctx: Context, input: { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, input.campaignId);
    if (campaign.status === "launched") return { id: campaign.id };
    refuseUnless(canMove(campaign.status, "launched"), "campaign.wrong_state", { status: campaign.status });
    refuseUnless(!campaign.mail || campaign.segment_id, "campaign.nobody");
    await tx
      .updateTable("campaigns")
      .set({
        status: "launched",
        launched_at: campaign.launched_at ?? ctx.now,
        paused_at: null,
        pause_reason: null,
        updated_at: ctx.now,
      })
      .where("id", "=", campaign.id)
      .execute();
    if (campaign.status === "paused")
      await append(tx, ctx, "campaign.resumed", { subjectId: campaign.id, data: { name: campaign.name } });
    else {
      await append(tx, ctx, "campaign.launched", {
        subjectId: campaign.id,
        data: { name: campaign.name, offer: campaign.offer, segmentId: campaign.segment_id, landingSlug: campaign.slug },
      });
      if (campaign.mail)
        await sql`insert into campaign_recipients (campaign_id, contact_id)
          select ${campaign.id}, contact_id from segment_members where segment_id = ${campaign.segment_id} on conflict do nothing`.execute(
          tx,
        );
    }
    if (campaign.mail) await enqueue(tx, "campaigns/send", { campaignId: campaign.id }, { key: `campaigns/send:${campaign.id}` });
    return { id: campaign.id };
  });
