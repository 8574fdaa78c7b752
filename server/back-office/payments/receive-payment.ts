import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

export interface Receipt {
  customerId: string | null;
  contactId: string | null;
  method: "card" | "transfer" | "direct_debit";
  amountMinor: bigint;
  currency: string;
  reference: string;
  /** The same money has the same key, however often it is reported. */
  sourceKey: string;
  payerName: string | null;
  payerIban: string | null;
  receivedOn: string;
  /** The invoice it was paid for, when known: what the fact follows from. */
  invoiceId: string | null;
}

/** Money came in. Null when it was known already. */
export const receivePayment = (ctx: Context, input: Receipt) =>
  write(ctx, async (tx) => {
    const id = newId();
    const first = await tx
      .insertInto("payments")
      .values({
        id,
        customer_id: input.customerId,
        contact_id: input.contactId,
        method: input.method,
        amount_minor: input.amountMinor,
        currency: input.currency,
        reference: input.reference,
        source_key: input.sourceKey,
        payer_name: input.payerName,
        payer_iban: input.payerIban,
        received_on: input.receivedOn,
        received_at: ctx.now,
      })
      .onConflict((conflict) => conflict.column("source_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!first) return null;
    await append(tx, ctx, "payment.received", {
      subjectId: id,
      ...(input.invoiceId && { follows: input.invoiceId }),
      customerId: input.customerId,
      contactId: input.contactId,
      data: { method: input.method, amountMinor: input.amountMinor, currency: input.currency, reference: input.reference },
    });
    return { id };
  });
