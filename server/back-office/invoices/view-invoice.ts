import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { lockInvoice } from "./lock-invoice.ts";

/** The customer has opened the document: said once. */
export const viewInvoice = (ctx: Context, input: { invoiceId: string }) =>
  write(ctx, async (tx) => {
    const { row, about } = await lockInvoice(tx, ctx, input.invoiceId);
    if (row.viewed_at) return { id: row.id! };
    await tx.updateTable("invoice_follow_ups").set({ viewed_at: ctx.now }).where("invoice_id", "=", row.id!).execute();
    await append(tx, ctx, "invoice.viewed", {
      ...about,
      contactId: ctx.actor.kind === "customer" ? ctx.actor.contactId : row.contact_id,
      channel: "portal",
      data: { number: row.number! },
    });
    return { id: row.id! };
  });
