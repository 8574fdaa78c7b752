import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { withdrawApprovals } from "#cpq/approvals/withdraw-approvals.ts";
import { lockQuote } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";
import { canMove, type QuoteStatus } from "./quote.ts";

/** Takes a quote not yet sent back to draft; what was asked of approvers is asked no more. */
export const reopenQuote = (ctx: Context, input: { quoteId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    if (quote.status === "draft") return { id: quote.id };
    refuseUnless(quote.status === "in_approval" || quote.status === "ready", "quote.revise_instead", { number: quote.number });
    await withdrawApprovals({ ...ctx, tx }, { quoteId: quote.id });
    await tx.updateTable("quotes").set({ status: "draft", updated_at: ctx.now }).where("id", "=", quote.id).execute();
    return { id: quote.id };
  });

/** Begins the next version of a quote that was sent. The one sent stays as it is, and can no longer be signed. */
export const reviseQuote = (ctx: Context, input: { quoteId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    const status = quote.status as QuoteStatus;
    refuseUnless(quote.sent_at !== null && canMove(status, "draft"), "quote.not_revisable", { number: quote.number, status });
    const before = await tx
      .selectFrom("quote_versions")
      .select(["header_discount_percent", "note", "delivery_address"])
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    const version = quote.version + 1;
    await tx
      .insertInto("quote_versions")
      .values({
        quote_id: quote.id,
        version,
        header_discount_percent: before.header_discount_percent,
        note: before.note,
        delivery_address: before.delivery_address === null ? null : json(before.delivery_address),
        created_at: ctx.now,
      })
      .execute();
    const lines = await tx
      .selectFrom("quote_lines")
      .selectAll()
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .execute();
    for (const line of lines)
      await tx
        .insertInto("quote_lines")
        .values({
          ...line,
          id: newId(),
          version,
          name: json(line.name),
          description: json(line.description),
          characteristics: json(line.characteristics),
          meters: json(line.meters),
          derivation: json(line.derivation),
        })
        .execute();
    const next = await tx
      .updateTable("quotes")
      .set({
        status: "draft",
        version,
        sent_at: null,
        decided_at: null,
        decline_reason: null,
        valid_until: null,
        updated_at: ctx.now,
      })
      .where("id", "=", quote.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await priceVersion(tx, ctx, next);
    await append(tx, ctx, "quote.revised", {
      subjectId: quote.id,
      customerId: quote.customer_id,
      contactId: quote.contact_id,
      data: { number: quote.number, version },
    });
    return { id: quote.id, version };
  });
