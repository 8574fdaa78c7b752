import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { refuse } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { decimalText } from "#platform/money.ts";
import { write } from "#platform/write.ts";
import { lockPayment } from "./lock-payment.ts";

/** Gives money back: what was paid too much, or what credit notes have since freed on the invoices it paid. */
export const refundPayment = (ctx: Context, input: { paymentId: string; amountMinor: bigint; reason: string }) =>
  write(ctx, async (tx) => {
    const { payment, unusedMinor } = await lockPayment(tx, input.paymentId);
    const freed = await freedOn(tx, payment.id);
    const most = freed.reduce((sum, each) => sum + each.amountMinor, unusedMinor);
    if (input.amountMinor > most) refuse("payment.refund_too_high", { most: decimalText(most, payment.currency) });
    let missing = input.amountMinor - unusedMinor;
    for (const { invoiceId, number, amountMinor } of freed) {
      if (missing <= 0n) break;
      const released = amountMinor < missing ? amountMinor : missing;
      missing -= released;
      await tx
        .insertInto("allocations")
        .values({
          id: newId(),
          payment_id: payment.id,
          invoice_id: invoiceId,
          kind: "release",
          amount_minor: -released,
          allocated_at: ctx.now,
        })
        .execute();
      await append(tx, ctx, "payment.released", {
        subjectId: payment.id,
        customerId: payment.customer_id,
        data: { invoiceId, number, amountMinor: released, currency: payment.currency },
      });
    }
    const id = newId();
    await tx
      .insertInto("refunds")
      .values({ id, payment_id: payment.id, amount_minor: input.amountMinor, reason: input.reason, refunded_at: ctx.now })
      .execute();
    await append(tx, ctx, "payment.refunded", {
      subjectId: payment.id,
      customerId: payment.customer_id,
      contactId: payment.contact_id,
      data: { amountMinor: input.amountMinor, currency: payment.currency, reason: input.reason },
    });
    return { id };
  });

/** Invoices this payment paid that are now credited beyond what is open: by how much it can be taken off each. */
async function freedOn(tx: Tx, paymentId: string): Promise<{ invoiceId: string; number: string; amountMinor: bigint }[]> {
  const rows = await tx
    .selectFrom("allocations")
    .innerJoin("invoice_list", "invoice_list.id", "allocations.invoice_id")
    .select(["invoice_list.id", "invoice_list.number", "invoice_list.open_minor", "allocations.amount_minor", "allocations.kind"])
    .where("allocations.payment_id", "=", paymentId)
    .execute();
  const released = new Set(rows.filter((row) => row.kind === "release").map((row) => row.id));
  return rows
    .filter((row) => row.kind === "payment" && row.open_minor! < 0n && !released.has(row.id))
    .map((row) => ({
      invoiceId: row.id!,
      number: row.number!,
      amountMinor: -row.open_minor! < row.amount_minor ? -row.open_minor! : row.amount_minor,
    }));
}
