import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { DB } from "#db/schema.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { CampaignStatus } from "./campaign.ts";
import type { campaignTexts } from "./contract.ts";
import { campaignResults } from "./results.ts";

type Emails = z.infer<(typeof campaignTexts)["email"]>;
type Pages = z.infer<(typeof campaignTexts)["page"]>;

const toRow = (row: Selectable<DB["campaigns"]>) => ({
  id: row.id,
  name: row.name,
  offer: row.offer,
  status: row.status as CampaignStatus,
  landingSlug: row.landing_slug,
  segmentId: row.segment_id,
  launchedAt: row.launched_at,
  createdAt: row.created_at,
});

export async function listCampaigns(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; status?: CampaignStatus | undefined },
) {
  let query = reader(ctx)
    .selectFrom("campaigns")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showCampaign(ctx: Context, input: { campaignId: string }) {
  const row = found(
    await reader(ctx).selectFrom("campaigns").selectAll().where("id", "=", input.campaignId).executeTakeFirst(),
    "campaign",
    input.campaignId,
  );
  return {
    ...toRow(row),
    formSlug: row.form_slug,
    pausedReason: row.paused_reason,
    email: row.email as Emails,
    page: row.page as Pages,
    results: await campaignResults(ctx, row.id),
  };
}

/** The landing page of a campaign that runs; a draft or an ended one is not there. */
export async function readPage(ctx: Context, input: { slug: string }) {
  const row = found(
    await reader(ctx)
      .selectFrom("campaigns")
      .selectAll()
      .where("landing_slug", "=", input.slug)
      .where("status", "in", ["launched", "paused"])
      .executeTakeFirst(),
    "page",
    input.slug,
  );
  return { campaignId: row.id, formSlug: row.form_slug, page: row.page as Record<Locale, Pages["en"]> as Pages };
}
