import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { accounts, revenueAccount } from "./accounts.ts";
import { giveBack } from "./give-back.ts";
import { labelOf } from "./labels.ts";
import { postEntry, type Posting } from "./post-entry.ts";
import { sayRecognised } from "./recognised.ts";
import { monthlyParts } from "./schedule.ts";

/**
 * Posts an issued invoice or credit note: what the customer owes, VAT, and per line what it means. Delivered goods and
 * confirmed work were revenue already (they leave "to be invoiced"); a subscription is deferred and becomes revenue month
 * by month; usage is revenue when rated; what is given back is taken from where it stands. Safe to call again.
 */
export const postDocument = (ctx: Context, invoiceId: string) =>
  write(ctx, async (tx) => {
    const invoice = await tx.selectFrom("invoices").selectAll().where("id", "=", invoiceId).executeTakeFirstOrThrow();
    const posted = await tx
      .selectFrom("journal_entries")
      .select("id")
      .where("source_event_id", "=", invoice.issued_event_id)
      .where("purpose", "=", "document")
      .executeTakeFirst();
    if (posted) return;
    const lines = await tx
      .selectFrom("invoice_lines")
      .selectAll()
      .where("invoice_id", "=", invoiceId)
      .orderBy("position")
      .execute();
    const sign = invoice.kind === "invoice" ? 1n : -1n;
    const postings: Posting[] = [
      { account: accounts.customers, amountMinor: invoice.total_minor * sign },
      { account: accounts.vat, amountMinor: -invoice.tax_minor * sign },
    ];
    const recognised: { lineId: string; name: string; amountMinor: bigint }[] = [];
    for (const line of lines) {
      const amountMinor = line.net_minor * sign;
      const invoiceLineId = line.id;
      if (line.credits_line_id) {
        const original = await originalOf({ ...ctx, tx }, tx, line.credits_line_id, invoiceId);
        const back = await giveBack(tx, original, -amountMinor);
        postings.push({ account: accounts.deferred, amountMinor: back.deferredMinor, invoiceLineId });
        postings.push({ account: revenueAccount(original.kind), amountMinor: back.earnedMinor, invoiceLineId });
        recognised.push({ lineId: line.id, name: line.name, amountMinor: -back.earnedMinor });
      } else if (line.kind === "recurring") {
        postings.push({ account: accounts.deferred, amountMinor: -amountMinor, invoiceLineId });
        await schedule(tx, invoice, line, amountMinor);
      } else if (line.kind === "one_off" || line.kind === "service") {
        postings.push({ account: accounts.toBeInvoiced, amountMinor: -amountMinor, invoiceLineId });
      } else {
        postings.push({ account: accounts.services, amountMinor: -amountMinor, invoiceLineId });
        recognised.push({ lineId: line.id, name: line.name, amountMinor });
      }
    }
    const entryId = await postEntry(tx, ctx, {
      journal: "VT",
      date: invoice.issued_on,
      sourceEventId: invoice.issued_event_id,
      purpose: "document",
      customerId: invoice.customer_id,
      piece: invoice.number,
      pieceDate: invoice.issued_on,
      label: await labelOf(ctx, invoice.kind as "invoice" | "credit_note", invoice.number),
      currency: invoice.currency,
      postings,
    });
    for (const { lineId, name, amountMinor } of recognised)
      if (amountMinor !== 0n && entryId)
        await sayRecognised(tx, ctx, {
          subjectId: lineId,
          customerId: invoice.customer_id,
          causedBy: invoice.issued_event_id,
          name,
          amountMinor,
          currency: invoice.currency,
          on: invoice.issued_on,
          invoiceLineId: lineId,
          entryId,
        });
  });

/** The line given back; its own invoice is posted first, whichever fact arrives before the other. Goodwill lowers a line above it on the same invoice. */
async function originalOf(ctx: Context, tx: Tx, lineId: string, here: string) {
  const original = await tx
    .selectFrom("invoice_lines")
    .select(["id", "invoice_id", "kind"])
    .where("id", "=", lineId)
    .executeTakeFirstOrThrow();
  if (original.invoice_id !== here) await postDocument(ctx, original.invoice_id);
  return original;
}

async function schedule(
  tx: Tx,
  invoice: { id: string; customer_id: string; currency: string; issued_event_id: string },
  line: { id: string; name: string; service_from: string | null; service_to: string | null },
  netMinor: bigint,
): Promise<void> {
  if (netMinor <= 0n) return;
  for (const part of monthlyParts(netMinor, line.service_from!, line.service_to!))
    await tx
      .insertInto("revenue_schedules")
      .values({
        id: newId(),
        invoice_line_id: line.id,
        invoice_id: invoice.id,
        customer_id: invoice.customer_id,
        name: line.name,
        currency: invoice.currency,
        account: accounts.services,
        recognise_on: part.on,
        amount_minor: part.amountMinor,
        source_event_id: invoice.issued_event_id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
