import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { requestApproval } from "#cpq/approvals/request-approval.ts";
import { lockQuote } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";
import { canMove, type QuoteStatus } from "./quote.ts";
import { linesOf } from "./quote-lines.ts";
import { weighQuote } from "./weigh-quote.ts";

/** The seller is done: the quote is ready to send, or asks whoever must agree first. Prices are taken afresh. */
export const submitQuote = (ctx: Context, input: { quoteId: string; comment?: string | undefined }) =>
  write(ctx, async (tx): Promise<{ id: string; status: QuoteStatus }> => {
    const within = { ...ctx, tx };
    const quote = await lockQuote(tx, ctx, input.quoteId);
    const status = quote.status as QuoteStatus;
    if (status === "in_approval" || status === "ready") return { id: quote.id, status };
    refuseUnless(canMove(status, "ready"), "quote.not_draft", { number: quote.number, status });
    await priceVersion(tx, ctx, quote);
    const lines = await linesOf(within, quote.id, quote.version);
    refuseUnless(lines.length > 0, "quote.empty", { number: quote.number });
    const version = await tx
      .selectFrom("quote_versions")
      .select(["header_discount_percent", "priced_on", "total_minor"])
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    const weighed = await weighQuote(within, quote, lines, {
      headerPercent: version.header_discount_percent,
      pricedOn: version.priced_on,
    });
    const next: QuoteStatus = weighed.toAsk.length > 0 ? "in_approval" : "ready";
    await tx
      .updateTable("quote_versions")
      .set({ decision: json({ table: weighed.table, lines: weighed.lines, asked: weighed.toAsk }), submitted_at: ctx.now })
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .execute();
    await tx.updateTable("quotes").set({ status: next, updated_at: ctx.now }).where("id", "=", quote.id).execute();
    if (next === "ready") return { id: quote.id, status: next };
    const customer = await tx
      .selectFrom("customers")
      .select("name")
      .where("id", "=", quote.customer_id)
      .executeTakeFirstOrThrow();
    await append(tx, ctx, "quote.submitted", {
      subjectId: quote.id,
      customerId: quote.customer_id,
      contactId: quote.contact_id,
      data: {
        number: quote.number,
        version: quote.version,
        reason: weighed.toAsk.flatMap(({ reasons }) => reasons.map((reason) => reason.text[ctx.locale])).join(" ; "),
      },
    });
    await requestApproval(within, {
      quoteId: quote.id,
      quoteNumber: quote.number,
      version: quote.version,
      customerId: quote.customer_id,
      contactId: quote.contact_id,
      customerName: customer.name,
      totalMinor: version.total_minor,
      currency: quote.currency,
      teamId: quote.team_id,
      asked: weighed.toAsk.map((asked) => ({ ...asked, counterfactual: weighed.counterfactual })),
      comment: input.comment,
    });
    return { id: quote.id, status: next };
  });
