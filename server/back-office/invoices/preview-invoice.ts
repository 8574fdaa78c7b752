import type { Context, Locale } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { dateOf, localText, plusMonths } from "#back-office/subscriptions/engine/local-time.ts";
import { currenciesOf, rateAccount } from "./bill-account.ts";
import { draftLines } from "./draft.ts";
import { assembleInvoice } from "./engine/assemble-invoice.ts";
import { explainLine } from "./explain-line.ts";

/**
 * What the next document will be, by the very functions that will make it: as of the first of next month, with what is
 * agreed and counted by now. Writes nothing.
 */
export async function previewInvoice(ctx: Context, input: { customerId: string; asOf?: string | undefined }) {
  const db = reader(ctx);
  const account = found(
    await db.selectFrom("customers").select(["id", "time_zone", "locale"]).where("id", "=", input.customerId).executeTakeFirst(),
    "customer",
    input.customerId,
  );
  const today = dateOf(localText(ctx.now.getTime(), account.time_zone));
  const asOf = input.asOf ?? `${plusMonths(today, 1).slice(0, 7)}-01`;
  const documents = [];
  for (const currency of await currenciesOf(db, account.id)) {
    const { lines, billables } = await rateAccount(db, { customerId: account.id, currency, timeZone: account.time_zone }, asOf);
    if (lines.length === 0) continue;
    const document = assembleInvoice(lines);
    const drafts = draftLines(
      lines,
      billables,
      new Map(),
      currency,
      document.kind === "invoice" ? 1n : -1n,
      account.locale as Locale,
    );
    documents.push({
      kind: document.kind,
      currency,
      netMinor: document.net,
      taxMinor: document.vatTotal,
      totalMinor: document.total,
      lines: drafts.map((draft) => ({
        kind: draft.kind,
        name: draft.name,
        quantity: draft.quantity,
        unitPrice: draft.unitPrice,
        netMinor: draft.netMinor,
        serviceFrom: draft.serviceFrom,
        serviceTo: draft.serviceTo,
        explanation: explainLine(draft.derivation, ctx.locale),
      })),
    });
  }
  return { asOf, countedUntil: ctx.now, documents };
}

export async function myNextInvoice(ctx: Context) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return previewInvoice(ctx, { customerId: found(customerId, "customer", ctx.actor.id) });
}
