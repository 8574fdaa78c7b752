import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { decimalText } from "#platform/money.ts";
import { write } from "#platform/write.ts";
import { lockPayment } from "./lock-payment.ts";

interface Allocation {
  paymentId: string;
  invoiceId: string;
  /** As much as fits, when left out. */
  amountMinor?: bigint | undefined;
}

/** Puts a payment against an invoice: once per payment and invoice, never more than either has left. */
export const allocatePayment = (ctx: Context, input: Allocation) =>
  write(ctx, async (tx) => {
    const { payment, unusedMinor } = await lockPayment(tx, input.paymentId);
    await tx.selectFrom("invoices").select("id").where("id", "=", input.invoiceId).forUpdate().execute();
    const invoice = found(
      await tx
        .selectFrom("invoice_list")
        .selectAll()
        .where("id", "=", input.invoiceId)
        .where("kind", "=", "invoice")
        .executeTakeFirst(),
      "invoice",
      input.invoiceId,
    );
    const known = await tx
      .selectFrom("allocations")
      .select("id")
      .where("payment_id", "=", payment.id)
      .where("invoice_id", "=", input.invoiceId)
      .where("kind", "=", "payment")
      .executeTakeFirst();
    if (known) return known;
    const open = invoice.open_minor!;
    const amountMinor = input.amountMinor ?? (unusedMinor < open ? unusedMinor : open);
    refuseUnless(payment.currency === invoice.currency, "payment.other_currency", { currency: invoice.currency });
    refuseUnless(amountMinor > 0n && amountMinor <= unusedMinor && amountMinor <= open, "payment.does_not_fit", {
      unused: decimalText(unusedMinor, payment.currency),
      open: decimalText(open, invoice.currency!),
    });
    const id = newId();
    await tx
      .insertInto("allocations")
      .values({
        id,
        payment_id: payment.id,
        invoice_id: input.invoiceId,
        kind: "payment",
        amount_minor: amountMinor,
        allocated_at: ctx.now,
      })
      .execute();
    if (payment.customer_id === null)
      await tx.updateTable("payments").set({ customer_id: invoice.customer_id }).where("id", "=", payment.id).execute();
    await tx.updateTable("bank_entries").set({ status: "matched", why: null }).where("payment_id", "=", payment.id).execute();
    await append(tx, ctx, "payment.matched", {
      subjectId: payment.id,
      customerId: invoice.customer_id,
      contactId: invoice.contact_id,
      data: {
        invoiceId: input.invoiceId,
        number: invoice.number!,
        amountMinor,
        currency: payment.currency,
        openMinor: open - amountMinor,
        opportunityId: invoice.opportunity_id,
      },
    });
    return { id };
  });
