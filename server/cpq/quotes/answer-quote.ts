import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { lockQuote, type QuoteRow } from "./lock-quote.ts";
import { canMove, type QuoteStatus } from "./quote.ts";
import { today } from "./today.ts";

const about = (ctx: Context, quote: QuoteRow) => ({
  subjectId: quote.id,
  customerId: quote.customer_id,
  contactId: ctx.actor.kind === "customer" ? ctx.actor.contactId : quote.contact_id,
  ...(ctx.actor.kind === "customer" && { channel: "portal" as const }),
});

/** The version the customer was sent last; 404 while they were sent none. */
async function sentVersion(ctx: Context, quote: QuoteRow): Promise<number> {
  const row = await ctx
    .tx!.selectFrom("quote_versions")
    .select("version")
    .where("quote_id", "=", quote.id)
    .where("sent_at", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  refuseUnless(row, "not_found", { thing: "quote", id: quote.id });
  return row.version;
}

/** The customer has opened the quote: noted once a day, however often they look. */
export const noteQuoteView = (ctx: Context, input: { quoteId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    if (ctx.actor.kind !== "customer") return { id: quote.id };
    const version = await sentVersion({ ...ctx, tx }, quote);
    const viewed = await tx
      .insertInto("quote_views")
      .values({
        quote_id: quote.id,
        version,
        contact_id: ctx.actor.contactId,
        viewed_on: await today({ ...ctx, tx }),
        viewed_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("version")
      .executeTakeFirst();
    if (viewed) await append(tx, ctx, "quote.viewed", { ...about(ctx, quote), data: { number: quote.number, version } });
    return { id: quote.id };
  });

/** A question, a wish or an answer about the quote, from either side; the customer may ask for a change. */
export const commentOnQuote = (ctx: Context, input: { quoteId: string; comment: string; asksChange?: boolean | undefined }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    const { actor } = ctx;
    const fromCustomer = actor.kind === "customer";
    const version = fromCustomer ? await sentVersion({ ...ctx, tx }, quote) : quote.version;
    const asksChange = fromCustomer && (input.asksChange ?? false);
    await tx
      .insertInto("quote_comments")
      .values({
        id: newId(),
        quote_id: quote.id,
        version,
        by_kind: fromCustomer ? "customer" : "staff",
        by_id: fromCustomer ? actor.contactId : actor.id,
        by_name: actor.kind === "staff" ? actor.name : await nameOf({ ...ctx, tx }),
        comment: input.comment,
        asks_change: asksChange,
        commented_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "quote.commented", {
      ...about(ctx, quote),
      data: { number: quote.number, version, comment: input.comment, asksChange },
    });
    return { id: quote.id };
  });

async function nameOf(ctx: Context): Promise<string> {
  const contactId = ctx.actor.kind === "customer" ? ctx.actor.contactId : ctx.actor.id;
  const row = await ctx
    .tx!.selectFrom("contacts")
    .select(["first_name", "last_name", "email"])
    .where("id", "=", contactId)
    .executeTakeFirst();
  return row ? `${row.first_name} ${row.last_name}`.trim() || (row.email ?? "") : "";
}

/** The customer does not want it, and why. Saying so twice changes nothing. */
export const declineQuote = (ctx: Context, input: { quoteId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    if (quote.status === "declined") return { id: quote.id };
    refuseUnless(canMove(quote.status as QuoteStatus, "declined"), "quote.not_open", {
      number: quote.number,
      status: quote.status,
    });
    await tx
      .updateTable("quotes")
      .set({ status: "declined", decided_at: ctx.now, decline_reason: input.reason, updated_at: ctx.now })
      .where("id", "=", quote.id)
      .execute();
    await append(tx, ctx, "quote.declined", { ...about(ctx, quote), data: { number: quote.number, reason: input.reason } });
    return { id: quote.id };
  });
