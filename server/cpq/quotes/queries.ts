import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { rational } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { explainPrice } from "#cpq/pricing/explain-price.ts";
import type { LineRecord } from "#cpq/pricing/engine/record.ts";
import { recommendFor } from "#cpq/recommendations/recommend.ts";
import { quotesInScope } from "./lock-quote.ts";
import { actionsOf, addDays, type QuoteStatus, sellerDiscount } from "./quote.ts";
import { commentsOf, offerOf, toRow } from "./quote-rows.ts";
import { today } from "./today.ts";
import { weighQuote } from "./weigh-quote.ts";

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: QuoteStatus | undefined;
  customerId?: string | undefined;
  opportunityId?: string | undefined;
  ownerId?: string | undefined;
}

export async function listQuotes(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("quote_list")
    .selectAll()
    .where(quotesInScope(ctx, "quote_list"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.opportunityId) query = query.where("opportunity_id", "=", input.opportunityId);
  if (input.ownerId) query = query.where("owner_id", "=", input.ownerId);
  if (input.search) query = query.where(sql<boolean>`(number || ' ' || customer_name) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showQuote(ctx: Context, input: { quoteId: string }) {
  const db = reader(ctx);
  const row = found(
    await db
      .selectFrom("quote_list")
      .selectAll()
      .where("id", "=", input.quoteId)
      .where(quotesInScope(ctx, "quote_list"))
      .executeTakeFirst(),
    "quote",
    input.quoteId,
  );
  const [versions, comments, views, day] = await Promise.all([
    db.selectFrom("quote_versions").selectAll().where("quote_id", "=", input.quoteId).orderBy("version", "desc").execute(),
    commentsOf(ctx, input.quoteId),
    db
      .selectFrom("quote_views")
      .select(["version", "viewed_at"])
      .where("quote_id", "=", input.quoteId)
      .orderBy("viewed_at", "desc")
      .limit(50)
      .execute(),
    today(ctx),
  ]);
  const current = versions[0]!;
  const offer = await offerOf(ctx, current);
  const headerPercent = current.header_discount_percent;
  const weighed = await weighQuote(ctx, { id: row.id!, customer_id: row.customer_id!, currency: row.currency! }, offer.lines, {
    headerPercent,
    pricedOn: current.priced_on,
  });
  return {
    ...toRow(row),
    contactEmail: row.contact_email,
    summary: row.summary,
    locale: row.locale as "en" | "fr",
    declineReason: row.decline_reason,
    decidedAt: row.decided_at,
    actions: actionsOf(row.status as QuoteStatus),
    offer: {
      ...offer,
      headerDiscountPercent: headerPercent,
      marginPercent: marginOf(row.net_minor!, row.cost_minor),
      expectedOn: addDays(day, current.lead_time_days),
      lines: offer.lines.map((line) => ({
        ...line,
        marginPercent: line.derivation?.marginPercent ?? null,
        givenPercent: sellerDiscount(line.discountPercent, headerPercent),
        asksApproval: (weighed.lines.find((each) => each.lineId === line.id)?.fired ?? []).map((fired) => fired.reason),
      })),
    },
    approval: {
      roles: weighed.toAsk.map((asked) => asked.approverRole),
      reasons: weighed.toAsk.flatMap((asked) => asked.reasons.map((reason) => reason.text)),
      counterfactual: weighed.counterfactual,
    },
    versions: versions.map((version) => ({
      version: version.version,
      totalMinor: version.total_minor,
      createdAt: version.created_at,
      sentAt: version.sent_at,
      documentSha256: version.document_sha256,
    })),
    comments,
    views: views.map((view) => ({ version: view.version, at: view.viewed_at })),
  };
}

const marginOf = (netMinor: bigint, costMinor: bigint | null): string | null =>
  costMinor === null || netMinor <= 0n ? null : toFixed(rational((netMinor - costMinor) * 100n, netMinor), 2);

/** What goes well with what is on the quote, and is not on it yet. */
export async function recommendedFor(ctx: Context, input: { quoteId: string }) {
  const db = reader(ctx);
  const quote = found(
    await db
      .selectFrom("quotes")
      .select(["id", "version"])
      .where("id", "=", input.quoteId)
      .where(quotesInScope(ctx, "quotes"))
      .executeTakeFirst(),
    "quote",
    input.quoteId,
  );
  const lines = await db
    .selectFrom("quote_lines")
    .select("sku")
    .where("quote_id", "=", quote.id)
    .where("version", "=", quote.version)
    .execute();
  const rows = await recommendFor(ctx, [...new Set(lines.map((line) => line.sku))]);
  return { rows: rows.map(({ sku, name, kind, reason, confidence }) => ({ sku, name, kind, reason, confidence })) };
}

/** Why a line costs what it costs, step by step, and whether that record is still whole. */
export async function whyPrice(ctx: Context, input: { quoteId: string; lineId: string }) {
  const db = reader(ctx);
  found(
    await db
      .selectFrom("quotes")
      .select("id")
      .where("id", "=", input.quoteId)
      .where(quotesInScope(ctx, "quotes"))
      .executeTakeFirst(),
    "quote",
    input.quoteId,
  );
  const line = found(
    await db
      .selectFrom("quote_lines")
      .select("derivation")
      .where("id", "=", input.lineId)
      .where("quote_id", "=", input.quoteId)
      .executeTakeFirst(),
    "quote line",
    input.lineId,
  );
  return explainPrice(found(line.derivation as LineRecord | null, "price", input.lineId));
}
