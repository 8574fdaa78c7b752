import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockInvoice } from "./lock-invoice.ts";

/** The customer does not agree: reminders stop until it is settled. */
export const disputeInvoice = (ctx: Context, input: { invoiceId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const { row, about } = await lockInvoice(tx, ctx, input.invoiceId);
    if (row.status === "disputed") return { id: row.id! };
    refuseUnless(row.kind === "invoice" && row.status !== "credited", "invoice.not_disputable", { number: row.number });
    await tx
      .updateTable("invoice_follow_ups")
      .set({ disputed_at: ctx.now, dispute_reason: input.reason, settled_at: null, settled_how: null })
      .where("invoice_id", "=", row.id!)
      .execute();
    await append(tx, ctx, "invoice.disputed", {
      ...about,
      channel: ctx.actor.kind === "customer" ? "portal" : "console",
      data: { number: row.number!, reason: input.reason },
    });
    return { id: row.id! };
  });

/** The dispute is over without a credit: the invoice stands, and why. */
export const settleDispute = (ctx: Context, input: { invoiceId: string; how: string }) =>
  write(ctx, async (tx) => {
    const { row, about } = await lockInvoice(tx, ctx, input.invoiceId);
    refuseUnless(row.disputed_at !== null, "invoice.not_disputed", { number: row.number });
    if (row.settled_at) return { id: row.id! };
    await tx
      .updateTable("invoice_follow_ups")
      .set({ settled_at: ctx.now, settled_how: input.how })
      .where("invoice_id", "=", row.id!)
      .execute();
    await append(tx, ctx, "invoice.settled", { ...about, data: { number: row.number!, how: input.how } });
    return { id: row.id! };
  });
