import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { renderContent } from "#platform/mail/render-mail.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { listPurposes } from "#record/consent/purposes.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { allowedMoves, type CampaignMail, type CampaignStatus, landingUrl, mailFor } from "./campaign.ts";
import type { CampaignMailInput, CampaignPage } from "./contract.ts";
import { type Earnings, earningsOf } from "./earnings.ts";

const toRow = (row: Selectable<DB["campaign_list"]>, earned: Earnings) => ({
  id: row.id!,
  name: row.name!,
  offer: row.offer!,
  slug: row.slug!,
  status: row.status as CampaignStatus,
  segmentId: row.segment_id,
  segmentName: row.segment_name,
  startsAt: row.starts_at,
  launchedAt: row.launched_at,
  pauseReason: row.pause_reason,
  endedAt: row.ended_at,
  createdAt: row.created_at!,
  hasMail: row.has_mail!,
  sent: Number(row.sent),
  delivered: Number(row.delivered),
  opened: Number(row.opened),
  clicked: Number(row.clicked),
  submissions: Number(row.submissions),
  leads: Number(row.leads),
  opportunities: Number(row.opportunities),
  ...(earned.get(row.id!) ?? { orders: 0, money: [] }),
});

export async function listCampaigns(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; search?: string | undefined; status?: CampaignStatus | undefined },
) {
  let query = reader(ctx)
    .selectFrom("campaign_list")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.search) query = query.where(sql<boolean>`strpos(lower(name || ' ' || offer), lower(${input.search})) > 0`);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  const earned = await earningsOf(
    ctx,
    cut.rows.map((row) => row.id!),
  );
  return { rows: cut.rows.map((row) => toRow(row, earned)), nextCursor: cut.nextCursor };
}

export async function showCampaign(ctx: Context, input: { campaignId: string }) {
  const db = reader(ctx);
  const listed = found(
    await db.selectFrom("campaign_list").selectAll().where("id", "=", input.campaignId).executeTakeFirst(),
    "campaign",
    input.campaignId,
  );
  const row = await db.selectFrom("campaigns").selectAll().where("id", "=", input.campaignId).executeTakeFirstOrThrow();
  return {
    ...toRow(listed, await earningsOf(ctx, [input.campaignId])),
    mail: row.mail as unknown as { en: CampaignMailInput; fr: CampaignMailInput } | null,
    page: row.page as unknown as { en: CampaignPage; fr: CampaignPage },
    formSlug: row.form_slug,
    utm: row.utm as Record<string, string>,
    endsAt: row.ends_at,
    unsubscribeLimitBp: row.unsubscribe_limit_bp,
    costMinor: row.cost_minor,
    costCurrency: row.cost_currency,
    allowed: allowedMoves(row.status),
    pageUrl: new URL(`/p/${row.slug}`, ctx.app.config.publicUrl).toString(),
  };
}

/** A mail as it would look for someone called Léa. */
export async function previewMail(ctx: Context, input: { mail: CampaignMail; locale: Locale; slug: string }) {
  const entity = await defaultLegalEntity(ctx);
  const url = landingUrl(ctx.app.config.publicUrl, input.slug, {});
  const { subject, html, text } = await renderContent(mailFor(input.mail, { firstName: "Léa" }, url), {
    locale: input.locale,
    brand: { name: entity.brand_name, color: entity.brand_color },
  });
  return { subject, html, text };
}

/** The page of a campaign that was launched. One that ended can still be read, but its form is closed. */
export async function readPage(ctx: Context, input: { slug: string }) {
  const db = reader(ctx);
  const row = found(
    await db.selectFrom("campaigns").selectAll().where("slug", "=", input.slug).where("status", "<>", "draft").executeTakeFirst(),
    "page",
    input.slug,
  );
  const isOpen = row.status !== "ended";
  const form =
    row.form_slug && isOpen
      ? await db.selectFrom("public_forms").selectAll().where("slug", "=", row.form_slug).executeTakeFirst()
      : undefined;
  const purposes = form ? await listPurposes(db) : [];
  return {
    campaignId: row.id,
    slug: row.slug,
    offer: row.offer,
    open: isOpen,
    content: row.page as unknown as { en: CampaignPage; fr: CampaignPage },
    form: form
      ? {
          slug: form.slug!,
          name: form.name as { en: string; fr: string },
          fields: form.fields as never,
          thanks: form.thanks as { en: string; fr: string },
          purposes: purposes
            .filter((purpose) => purpose.active && form.purposes!.includes(purpose.key))
            .map(({ key, name, text, doubleOptIn }) => ({ key, name, text, doubleOptIn })),
        }
      : null,
  };
}

/** Where mail about a lead's campaign leads: the page of that campaign, else the shop. */
export async function pageOfCampaign(ctx: Context, campaignId: string | null): Promise<string> {
  const row = campaignId
    ? await reader(ctx)
        .selectFrom("campaigns")
        .select("slug")
        .where("id", "=", campaignId)
        .where("status", "in", ["launched", "paused"])
        .executeTakeFirst()
    : undefined;
  const { publicUrl } = ctx.app.config;
  return row ? landingUrl(publicUrl, row.slug, { utm_source: "nurture", utm_medium: "email" }) : `${publicUrl}/shop`;
}
