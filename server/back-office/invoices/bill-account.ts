import type { Context, Locale } from "#platform/context.ts";
import type { Database, Tx } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { dateOf, localText } from "#back-office/subscriptions/engine/local-time.ts";
import { assembleInvoice } from "./engine/assemble-invoice.ts";
import { rateRun } from "./engine/rate-run.ts";
import type { GivenLine } from "./engine/give-goodwill.ts";
import type { InvoiceLine } from "./engine/types.ts";
import { creditsOn, useCredits } from "./account-credits.ts";
import { book, bookedLines } from "./booked.ts";
import type { Billable } from "./billables.ts";
import { draftLines } from "./draft.ts";
import { issueDocument } from "./issue-document.ts";
import { ratingCaseOf } from "./rating-case.ts";

export interface BillAccount {
  customerId: string;
  /** The local day up to which is billed; today where the account is, when left out. */
  asOf?: string | undefined;
}

/**
 * Bills everything an account owes by a day that is not billed yet, as one document per currency: obligations, lines,
 * number, event in one transaction. Nothing owed is no document; running again adds nothing. When credits outweigh
 * charges the document is a credit note.
 */
export const billAccount = (ctx: Context, input: BillAccount): Promise<{ invoiceIds: string[] }> =>
  write(ctx, async (tx) => {
    const account = await lockAccount(tx, input.customerId);
    const asOf = input.asOf ?? dateOf(localText(ctx.now.getTime(), account.time_zone));
    const invoiceIds: string[] = [];
    for (const currency of await currenciesOf(tx, input.customerId)) {
      const owed = await rateAccount(tx, { customerId: input.customerId, currency, timeZone: account.time_zone }, asOf);
      const id = await issueOwed(
        { ...ctx, tx },
        tx,
        { customerId: input.customerId, currency, locale: account.locale as Locale },
        owed,
      );
      if (id) invoiceIds.push(id);
    }
    await tx.updateTable("billing_accounts").set({ billed_as_of: asOf }).where("customer_id", "=", input.customerId).execute();
    await tx.deleteFrom("billing_failures").where("customer_id", "=", input.customerId).execute();
    return { invoiceIds };
  });

/** Two runs over one account take turns; the second then sees what the first has booked. */
async function lockAccount(tx: Tx, customerId: string) {
  await tx
    .insertInto("billing_accounts")
    .values({ customer_id: customerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.selectFrom("billing_accounts").select("customer_id").where("customer_id", "=", customerId).forUpdate().execute();
  return tx.selectFrom("customers").select(["id", "time_zone", "locale"]).where("id", "=", customerId).executeTakeFirstOrThrow();
}

/** The currencies an account has something billable in. */
export async function currenciesOf(db: Database, customerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .select("currency")
    .where("customer_id", "=", customerId)
    .union(db.selectFrom("one_off_charges").select("currency").where("customer_id", "=", customerId))
    .execute();
  return rows.map((row) => row.currency).toSorted();
}

export interface Owed {
  lines: readonly InvoiceLine[];
  booked: readonly InvoiceLine[];
  billables: Map<string, Billable>;
  /** The lines among them that give goodwill back. */
  goodwill: readonly GivenLine[];
}

/** What an account owes by a day beyond what is booked: the same pure functions for the invoice and for its preview. */
export async function rateAccount(
  db: Database,
  account: { customerId: string; currency: string; timeZone: string },
  asOf: string,
): Promise<Owed> {
  const { input, billables } = await ratingCaseOf(db, account);
  const booked = await bookedLines(db, account.customerId, account.currency);
  const owed = rateRun(input, booked, asOf);
  const goodwill = await creditsOn(db, account, owed);
  return { lines: [...owed, ...goodwill.map((given) => given.line)], booked, billables, goodwill };
}

async function issueOwed(
  ctx: Context,
  tx: Tx,
  { customerId, currency, locale }: { customerId: string; currency: string; locale: Locale },
  { lines, billables, goodwill }: Owed,
): Promise<string | null> {
  if (lines.every((line) => line.net === 0n)) return null;
  const document = assembleInvoice(lines);
  const lineOfKey = await linesOfKeys(tx, lines);
  const drafts = draftLines(lines, billables, lineOfKey, currency, document.kind === "invoice" ? 1n : -1n, locale);
  const own = new Set(drafts.map((draft) => draft.id));
  const first = billables.get(drafts[0]!.obligation!.itemId)!;
  const issued = await issueDocument(ctx, {
    kind: document.kind,
    customerId,
    contactId: first.contactId,
    currency,
    lines: drafts,
    net: document.net,
    vat: document.vat,
    tax: document.vatTotal,
    total: document.total,
    causedBy: first.eventId,
    // goodwill lowers a line of this document: it corrects no earlier one
    correctsLineId: drafts.find(({ creditsLineId }) => creditsLineId && !own.has(creditsLineId))?.creditsLineId ?? null,
    reason: null,
  });
  await book(
    tx,
    { customerId, currency },
    drafts.map((draft) => ({ obligation: draft.obligation!, lineId: draft.id })),
  );
  await useCredits(ctx, tx, { ...issued, customerId, currency }, goodwill);
  return issued.id;
}

/** The invoice lines that credits give back, by the key of their obligation. */
async function linesOfKeys(tx: Tx, lines: readonly InvoiceLine[]): Promise<Map<string, string>> {
  const keys = lines.flatMap((line) => (line.credits ? [line.credits] : []));
  if (keys.length === 0) return new Map();
  const rows = await tx.selectFrom("obligations").select(["key", "invoice_line_id"]).where("key", "in", keys).execute();
  return new Map(rows.map((row) => [row.key, row.invoice_line_id]));
}
