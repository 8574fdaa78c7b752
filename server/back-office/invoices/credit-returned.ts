import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { creditInvoice, leftOf } from "./credit-invoice.ts";

const reasons = { en: "Product returned", fr: "Produit retourné" } as const;

/** The product came back after it was billed: what is left of its line is given back. */
export const creditReturned = (ctx: Context, orderItemId: string) =>
  write(ctx, async (tx) => {
    const line = await tx
      .selectFrom("invoice_lines")
      .innerJoin("invoices", "invoices.id", "invoice_lines.invoice_id")
      .select(["invoice_lines.id", "invoice_lines.invoice_id", "invoices.locale"])
      .where("invoice_lines.order_item_id", "=", orderItemId)
      .where("invoice_lines.kind", "=", "one_off")
      .where("invoices.kind", "=", "invoice")
      .executeTakeFirst();
    if (!line) return;
    const left = (await leftOf(tx, line.invoice_id)).find((each) => each.id === line.id)!.leftMinor;
    if (left <= 0n) return;
    await creditInvoice(
      { ...ctx, tx },
      {
        invoiceId: line.invoice_id,
        lines: [{ lineId: line.id, netMinor: left }],
        reason: reasons[line.locale as "en" | "fr"],
      },
    );
  });
