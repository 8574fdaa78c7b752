import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { localText } from "#back-office/subscriptions/engine/local-time.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { accounts, type Account } from "./accounts.ts";
import { labelOf } from "./labels.ts";
import { postEntry } from "./post-entry.ts";
import { sayRecognised } from "./recognised.ts";

const batch = 200;

/** Turns into revenue what has been served by today: every part of every schedule whose last day has come, once. */
export async function recogniseRevenue(ctx: Context): Promise<void> {
  const entity = await defaultLegalEntity(ctx);
  const today = localText(ctx.now.getTime(), entity.time_zone).slice(0, 10);
  while ((await recogniseBatch(ctx, today)) === batch);
}

const recogniseBatch = (ctx: Context, today: string) =>
  write(ctx, async (tx) => {
    const due = await tx
      .selectFrom("revenue_schedules")
      .selectAll()
      .where("entry_id", "is", null)
      .where("recognise_on", "<=", today)
      .whereRef("amount_minor", ">", "cancelled_minor")
      .orderBy("recognise_on")
      .orderBy("id")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const part of due) {
      const amountMinor = part.amount_minor - part.cancelled_minor;
      const invoice = await tx
        .selectFrom("invoices")
        .select(["number", "issued_on"])
        .where("id", "=", part.invoice_id)
        .executeTakeFirstOrThrow();
      const entryId = await postEntry(tx, ctx, {
        journal: "OD",
        date: part.recognise_on,
        sourceEventId: part.source_event_id,
        purpose: `revenue:${part.id}`,
        customerId: part.customer_id,
        piece: invoice.number,
        pieceDate: invoice.issued_on,
        label: await labelOf(ctx, "revenue", part.name),
        currency: part.currency,
        postings: [
          { account: accounts.deferred, amountMinor, invoiceLineId: part.invoice_line_id },
          { account: part.account as Account, amountMinor: -amountMinor, invoiceLineId: part.invoice_line_id },
        ],
      });
      await tx.updateTable("revenue_schedules").set({ entry_id: entryId }).where("id", "=", part.id).execute();
      await sayRecognised(tx, ctx, {
        subjectId: part.id,
        customerId: part.customer_id,
        causedBy: part.source_event_id,
        name: part.name,
        amountMinor,
        currency: part.currency,
        on: part.recognise_on,
        invoiceLineId: part.invoice_line_id,
        entryId: entryId!,
      });
    }
    return due.length;
  });
