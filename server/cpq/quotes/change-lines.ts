import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { addLines, type NewLine } from "./add-lines.ts";
import { lockDraft, type QuoteRow } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";

const maxLines = 1_000;

/** Adds an offering to a draft and prices the whole again. */
export const addQuoteLine = (ctx: Context, input: NewLine & { quoteId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockDraft(tx, ctx, input.quoteId);
    const count = await tx
      .selectFrom("quote_lines")
      .select((eb) => eb.fn.countAll<bigint>().as("lines"))
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow();
    refuseUnless(Number(count.lines) < maxLines, "quote.too_long", { maxLines });
    const [lineId] = await addLines(tx, ctx, quote.id, quote.version, [input]);
    await priceVersion(tx, ctx, quote);
    return { id: quote.id, lineId: lineId! };
  });

/** Changes how many, the seller's discount or the characteristics of a line, and prices the whole again. */
export const changeQuoteLine = (
  ctx: Context,
  input: {
    quoteId: string;
    lineId: string;
    quantity?: string | undefined;
    discountPercent?: string | undefined;
    characteristics?: Record<string, string> | undefined;
  },
) =>
  write(ctx, async (tx) => {
    const quote = await lockDraft(tx, ctx, input.quoteId);
    const line = await lineOf(tx, quote, input.lineId);
    await tx
      .updateTable("quote_lines")
      .set({
        quantity: input.quantity ?? line.quantity,
        discount_percent: input.discountPercent ?? line.discount_percent,
        ...(input.characteristics && { characteristics: json(input.characteristics) }),
      })
      .where("id", "=", line.id)
      .execute();
    await priceVersion(tx, ctx, quote);
    return { id: quote.id };
  });

/** Takes a line out of a draft. */
export const removeQuoteLine = (ctx: Context, input: { quoteId: string; lineId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockDraft(tx, ctx, input.quoteId);
    const line = await lineOf(tx, quote, input.lineId);
    await tx.deleteFrom("quote_lines").where("id", "=", line.id).execute();
    await priceVersion(tx, ctx, quote);
    return { id: quote.id };
  });

async function lineOf(tx: Tx, quote: QuoteRow, lineId: string) {
  const line = await tx
    .selectFrom("quote_lines")
    .select(["id", "quantity", "discount_percent"])
    .where("id", "=", lineId)
    .where("quote_id", "=", quote.id)
    .where("version", "=", quote.version)
    .executeTakeFirst();
  return found(line, "quote line", lineId);
}
