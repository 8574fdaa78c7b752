import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { allocatePayment } from "./allocate-payment.ts";
import { receivePayment } from "./receive-payment.ts";
import { authorise } from "./sandbox-acquirer.ts";

const customerOf = (ctx: Context): { customerId: string | null; contactId: string | null } =>
  ctx.actor.kind === "customer" ? ctx.actor : { customerId: null, contactId: null };

/** Opens a card payment of all that is open on an invoice. The one already open, with today's amount, when there is one. */
export const startCardPayment = (ctx: Context, input: { invoiceId: string }) =>
  write(ctx, async (tx) => {
    const { customerId, contactId } = customerOf(ctx);
    await tx.selectFrom("invoices").select("id").where("id", "=", input.invoiceId).forUpdate().execute();
    const invoice = found(
      await tx
        .selectFrom("invoice_list")
        .selectAll()
        .where("id", "=", input.invoiceId)
        .where("customer_id", "=", customerId)
        .executeTakeFirst(),
      "invoice",
      input.invoiceId,
    );
    refuseUnless(invoice.kind === "invoice" && invoice.open_minor! > 0n, "payment.nothing_open", { number: invoice.number });
    const shown = { number: invoice.number!, amountMinor: invoice.open_minor!, currency: invoice.currency! };
    const open = await tx
      .selectFrom("card_intents")
      .select(["id", "amount_minor"])
      .where("invoice_id", "=", input.invoiceId)
      .where("status", "=", "open")
      .executeTakeFirst();
    if (open?.amount_minor === invoice.open_minor) return { intentId: open.id, ...shown };
    if (open) await tx.updateTable("card_intents").set({ status: "cancelled" }).where("id", "=", open.id).execute();
    const intentId = newId();
    await tx
      .insertInto("card_intents")
      .values({
        id: intentId,
        invoice_id: input.invoiceId,
        customer_id: invoice.customer_id!,
        contact_id: contactId,
        amount_minor: invoice.open_minor!,
        currency: invoice.currency!,
        status: "open",
        created_at: ctx.now,
      })
      .execute();
    return { intentId, ...shown };
  });

/**
 * Pays with a card. Approved once, however often it is confirmed; a decline is a fact, and another card may be tried. When
 * the invoice was paid otherwise in the meantime, nothing is charged.
 */
export const confirmCardPayment = (ctx: Context, input: { intentId: string; number: string; expiry: string; cvc: string }) =>
  write(ctx, async (tx) => {
    const { customerId, contactId } = customerOf(ctx);
    const intent = found(
      await tx
        .selectFrom("card_intents")
        .selectAll()
        .where("id", "=", input.intentId)
        .where("customer_id", "=", customerId)
        .forUpdate()
        .executeTakeFirst(),
      "payment",
      input.intentId,
    );
    if (intent.status === "succeeded") return { status: "succeeded" as const, reason: null, paymentId: intent.payment_id };
    const invoice = await tx
      .selectFrom("invoice_list")
      .select(["number", "open_minor"])
      .where("id", "=", intent.invoice_id)
      .executeTakeFirstOrThrow();
    refuseUnless(intent.status === "open" && invoice.open_minor === intent.amount_minor, "payment.amount_changed", {
      number: invoice.number,
    });
    const answer = authorise(input, ctx.now.toISOString().slice(0, 7));
    if (!answer) return refuse("payment.card_invalid");
    const about = {
      subjectId: intent.id,
      follows: intent.invoice_id,
      customerId: intent.customer_id,
      contactId,
      channel: "portal" as const,
    };
    if (!answer.approved) {
      await tx
        .updateTable("card_intents")
        .set({ attempts: intent.attempts + 1, last_failure: answer.reason })
        .where("id", "=", intent.id)
        .execute();
      await append(tx, ctx, "payment.failed", {
        ...about,
        data: {
          method: "card",
          amountMinor: intent.amount_minor,
          currency: intent.currency,
          reason: answer.reason,
          invoiceId: intent.invoice_id,
        },
      });
      return { status: "declined" as const, reason: answer.reason, paymentId: null };
    }
    const payment = await receivePayment(
      { ...ctx, tx },
      {
        customerId: intent.customer_id,
        contactId,
        method: "card",
        amountMinor: intent.amount_minor,
        currency: intent.currency,
        reference: `${invoice.number} •••• ${answer.last4}`,
        sourceKey: `card:${intent.id}`,
        payerName: null,
        payerIban: null,
        receivedOn: ctx.now.toISOString().slice(0, 10),
        invoiceId: intent.invoice_id,
      },
    );
    await allocatePayment(
      { ...ctx, tx },
      { paymentId: payment!.id, invoiceId: intent.invoice_id, amountMinor: intent.amount_minor },
    );
    await tx
      .updateTable("card_intents")
      .set({ status: "succeeded", attempts: intent.attempts + 1, payment_id: payment!.id })
      .where("id", "=", intent.id)
      .execute();
    return { status: "succeeded" as const, reason: null, paymentId: payment!.id };
  });
