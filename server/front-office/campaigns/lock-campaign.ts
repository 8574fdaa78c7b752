import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

export async function lockCampaign(tx: Tx, campaignId: string) {
  return found(
    await tx.selectFrom("campaigns").selectAll().where("id", "=", campaignId).forUpdate().executeTakeFirst(),
    "campaign",
    campaignId,
  );
}
