import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockQuote } from "./lock-quote.ts";
import { today } from "./today.ts";

/** The quote, held, if this version of it can still be accepted: sent, not revised since, not past its day. */
export async function lockOpenOffer(ctx: Context & { tx: NonNullable<Context["tx"]> }, quoteId: string, version: number) {
  const quote = await lockQuote(ctx.tx, ctx, quoteId);
  refuseUnless(quote.version === version, "quote.newer_version", { number: quote.number, version: quote.version });
  refuseUnless(quote.status === "sent", "quote.not_open", { number: quote.number, status: quote.status });
  refuseUnless(quote.valid_until! >= (await today(ctx)), "quote.past_validity", { number: quote.number, day: quote.valid_until });
  return quote;
}

/** The customer accepts the version they were sent. Called with the signature, in its transaction; the order follows from that. */
export const acceptQuote = (ctx: Context, input: { quoteId: string; version: number }) =>
  write(ctx, async (tx) => {
    const quote = await lockOpenOffer({ ...ctx, tx }, input.quoteId, input.version);
    await tx
      .updateTable("quotes")
      .set({ status: "accepted", decided_at: ctx.now, updated_at: ctx.now })
      .where("id", "=", quote.id)
      .execute();
    const version = await tx
      .selectFrom("quote_versions")
      .selectAll()
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    await append(tx, ctx, "quote.accepted", {
      subjectId: quote.id,
      customerId: quote.customer_id,
      contactId: quote.contact_id,
      data: { number: quote.number, version: quote.version, totalMinor: version.total_minor, currency: quote.currency },
    });
    return { quote, version };
  });
