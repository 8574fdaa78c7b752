import type { z } from "zod";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { campaignsContract } from "./contract.ts";

type Fields = z.infer<NonNullable<(typeof campaignsContract.create)["~orpc"]["inputSchema"]>>;

const columns = (input: Fields) => ({
  name: input.name,
  offer: input.offer,
  segment_id: input.segmentId,
  landing_slug: input.landingSlug,
  form_slug: input.formSlug,
  email: json(input.email),
  page: json(input.page),
});

export const createCampaign = (ctx: Context, input: Fields) =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("campaigns")
      .values({ id, status: "draft", created_at: ctx.now, ...columns(input) })
      .execute();
    return { id };
  });

/** What has been sent cannot be unsaid: only a draft changes. */
export const changeCampaign = (ctx: Context, input: Fields & { campaignId: string }) =>
  write(ctx, async (tx) => {
    const campaign = found(
      await tx.selectFrom("campaigns").select(["id", "status"]).where("id", "=", input.campaignId).forUpdate().executeTakeFirst(),
      "campaign",
      input.campaignId,
    );
    refuseUnless(campaign.status === "draft", "campaign.wrong_state", { status: campaign.status });
    await tx.updateTable("campaigns").set(columns(input)).where("id", "=", campaign.id).execute();
    return { id: campaign.id };
  });
