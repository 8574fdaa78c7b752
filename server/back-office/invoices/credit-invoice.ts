import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { decimalText } from "#platform/money.ts";
import { write } from "#platform/write.ts";
import { book, bookedLines } from "./booked.ts";
import type { DraftLine } from "./draft.ts";
import { assembleInvoice } from "./engine/assemble-invoice.ts";
import type { VatTotal } from "./engine/vat-breakdown.ts";
import { issueDocument } from "./issue-document.ts";

interface Credit {
  invoiceId: string;
  /** Net given back per line; without lines, all that is left of the invoice. */
  lines?: readonly { lineId: string; netMinor: bigint }[] | undefined;
  reason: string;
}

/** Gives back all or a part of an issued invoice by a credit note; never more than is left of each line and of its VAT. */
export const creditInvoice = (ctx: Context, input: Credit) =>
  write(ctx, async (tx) => {
    const invoice = found(
      await tx.selectFrom("invoices").selectAll().where("id", "=", input.invoiceId).executeTakeFirst(),
      "invoice",
      input.invoiceId,
    );
    refuseUnless(invoice.kind === "invoice", "invoice.not_creditable", { number: invoice.number });
    await tx.selectFrom("invoice_follow_ups").select("invoice_id").where("invoice_id", "=", invoice.id).forUpdate().execute();
    const left = await leftOf(tx, invoice.id);
    const asked =
      input.lines ?? left.filter((line) => line.leftMinor > 0n).map((line) => ({ lineId: line.id, netMinor: line.leftMinor }));
    refuseUnless(asked.length > 0, "invoice.not_creditable", { number: invoice.number });
    const drafts = asked.map(({ lineId, netMinor }): DraftLine => {
      const line = found(
        left.find((each) => each.id === lineId),
        "invoice line",
        lineId,
      );
      if (netMinor <= 0n || netMinor > line.leftMinor)
        refuse("invoice.credit_too_high", { name: line.name, left: decimalText(line.leftMinor, invoice.currency) });
      return {
        id: newId(),
        kind: "correction",
        sku: line.sku,
        name: line.name,
        quantity: "1",
        unit: "C62",
        unitPrice: decimalText(netMinor, invoice.currency),
        netMinor,
        vat: { category: line.vat_category, rate: line.vat_rate },
        serviceFrom: line.service_from,
        serviceTo: line.service_to,
        orderId: invoice.order_id,
        orderItemId: line.order_item_id,
        subscriptionId: line.subscription_id,
        creditsLineId: line.id,
        derivation: [{ step: "credit", formula: input.reason, value: decimalText(netMinor, invoice.currency) }],
      };
    });
    const document = assembleInvoice(
      drafts.map((draft) => ({ net: -draft.netMinor, vat: draft.vat })),
      { billed: await vatLeft(tx, invoice) },
    );
    const issued = await issueDocument(
      { ...ctx, tx },
      {
        kind: "credit_note",
        customerId: invoice.customer_id,
        contactId: invoice.contact_id,
        currency: invoice.currency,
        lines: drafts,
        net: document.net,
        vat: document.vat,
        tax: document.vatTotal,
        total: document.total,
        causedBy: ctx.cause?.eventId ?? invoice.issued_event_id,
        correctsLineId: drafts[0]!.creditsLineId,
        reason: input.reason,
      },
    );
    await bookAdjustments(tx, invoice, drafts, issued.number);
    await settle({ ...ctx, tx }, tx, invoice, issued.number);
    return { id: issued.id };
  });

/** What is left of each line after everything that credited it. */
export async function leftOf(tx: Tx, invoiceId: string) {
  const lines = await tx
    .selectFrom("invoice_lines")
    .selectAll()
    .where("invoice_id", "=", invoiceId)
    .orderBy("position")
    .execute();
  const credits = await tx
    .selectFrom("invoice_lines")
    .innerJoin("invoices", "invoices.id", "invoice_lines.invoice_id")
    .select(["invoice_lines.credits_line_id", "invoice_lines.net_minor", "invoices.kind"])
    .where(
      "credits_line_id",
      "in",
      lines.map((line) => line.id),
    )
    .execute();
  return lines.map((line) => ({
    ...line,
    // on a credit note what is given back is positive, on an invoice negative
    leftMinor: credits
      .filter((credit) => credit.credits_line_id === line.id)
      .reduce((sum, credit) => sum - (credit.kind === "credit_note" ? credit.net_minor : -credit.net_minor), line.net_minor),
  }));
}

async function vatLeft(tx: Tx, invoice: { id: string; vat: unknown }): Promise<VatTotal[]> {
  const notes = await tx.selectFrom("invoices").select("vat").where("corrects_id", "=", invoice.id).execute();
  const given = notes.flatMap((note) => stored(note.vat));
  return stored(invoice.vat).map((total) => {
    const same = given.filter((each) => each.category === total.category && each.rate === total.rate);
    return {
      ...total,
      base: same.reduce((sum, each) => sum - each.base, total.base),
      amount: same.reduce((sum, each) => sum - each.amount, total.amount),
    };
  });
}

const stored = (vat: unknown): VatTotal[] =>
  (vat as { category: string; rate: string; base: string; amount: string }[]).map((each) => ({
    ...each,
    base: BigInt(each.base),
    amount: BigInt(each.amount),
  }));

/** The rating engine then knows what was given back by hand, and credits no more than is left. */
async function bookAdjustments(
  tx: Tx,
  invoice: { customer_id: string; currency: string },
  drafts: readonly DraftLine[],
  number: string,
): Promise<void> {
  const keys = await tx
    .selectFrom("obligations")
    .select(["key", "invoice_line_id"])
    .where(
      "invoice_line_id",
      "in",
      drafts.map((draft) => draft.creditsLineId!),
    )
    .execute();
  const booked = new Map((await bookedLines(tx, invoice.customer_id, invoice.currency)).map((line) => [line.key, line]));
  const lines = drafts.flatMap((draft) => {
    const original = booked.get(keys.find((row) => row.invoice_line_id === draft.creditsLineId)?.key ?? "");
    if (!original) return [];
    const reason = `adjusted:${number}:${draft.id}`;
    const key = obligationKey(original.itemId, "adjustment", original.service.from, reason);
    return [
      {
        obligation: { ...original, key, kind: "adjustment" as const, reason, credits: original.key, net: -draft.netMinor },
        lineId: draft.id,
      },
    ];
  });
  await book(tx, { customerId: invoice.customer_id, currency: invoice.currency }, lines);
}

async function settle(
  ctx: Context,
  tx: Tx,
  invoice: { id: string; customer_id: string; number: string },
  how: string,
): Promise<void> {
  const open = await tx
    .updateTable("invoice_follow_ups")
    .set({ settled_at: ctx.now, settled_how: how })
    .where("invoice_id", "=", invoice.id)
    .where("disputed_at", "is not", null)
    .where("settled_at", "is", null)
    .returning("invoice_id")
    .executeTakeFirst();
  if (open)
    await append(tx, ctx, "invoice.settled", {
      subjectId: invoice.id,
      customerId: invoice.customer_id,
      data: { number: invoice.number, how },
    });
}
