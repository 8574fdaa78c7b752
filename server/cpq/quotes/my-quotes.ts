import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { quotesInScope } from "./lock-quote.ts";
import type { QuoteStatus } from "./quote.ts";
import { commentsOf, offerOf } from "./quote-rows.ts";
import { today } from "./today.ts";

type CustomerStatus = "preparing" | "open" | "accepted" | "declined" | "expired";

/** How a quote stands for its customer: what we do inside before it leaves is one word to them. */
function statusFor(status: QuoteStatus, validUntil: string | null, day: string): CustomerStatus {
  if (status === "accepted" || status === "declined" || status === "expired") return status;
  if (status !== "sent") return "preparing";
  return validUntil !== null && validUntil < day ? "expired" : "open";
}

/** The customer's own quotes, newest first, also those still being prepared; someone without an account has none. */
export async function myQuotes(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  if (ctx.actor.kind !== "customer" || !ctx.actor.customerId) return { rows: [], nextCursor: null };
  let query = reader(ctx)
    .selectFrom("quote_list")
    .selectAll()
    .where(quotesInScope(ctx, "quote_list"))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`);
  }
  const day = await today(ctx);
  const cut = page(await query.execute(), input.limit, (row) => [row.created_at, row.id]);
  return {
    rows: cut.rows.map((row) => {
      const status = statusFor(row.status as QuoteStatus, row.valid_until, day);
      return {
        id: row.id!,
        number: row.number!,
        status,
        summary: row.summary,
        currency: row.currency!,
        totalMinor: status === "preparing" ? null : row.total_minor!,
        validUntil: status === "preparing" ? null : row.valid_until,
        createdAt: row.created_at!,
      };
    }),
    nextCursor: cut.nextCursor,
  };
}

/** One of the customer's quotes with the version they were sent last. Never a version still being worked on. */
export async function myQuote(ctx: Context, input: { quoteId: string }) {
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
  const sent = await db
    .selectFrom("quote_versions")
    .selectAll()
    .where("quote_id", "=", input.quoteId)
    .where("sent_at", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    id: row.id!,
    number: row.number!,
    status: statusFor(row.status as QuoteStatus, row.valid_until, await today(ctx)),
    summary: row.summary,
    currency: row.currency!,
    locale: row.locale as "en" | "fr",
    createdAt: row.created_at!,
    decidedAt: row.decided_at,
    contact: row.owner_name && row.owner_email ? { name: row.owner_name, email: row.owner_email } : null,
    offer: sent ? await offerOf(ctx, sent) : null,
    comments: await commentsOf(ctx, input.quoteId),
  };
}
