import { createHash } from "node:crypto";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { refuse } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { allocatePayment } from "./allocate-payment.ts";
import { type BankEntry, type BankStatement, readCamt053, StatementError } from "./camt.ts";
import { matchEntry, numbersIn } from "./match-entry.ts";
import { invoicesNamed, invoicesOfPayer } from "./open-invoices.ts";
import { receivePayment } from "./receive-payment.ts";

/**
 * Takes a bank statement (camt.053): money that came in becomes payments, matched to invoices where that is certain and
 * listed for a person where it is not. The same statement, or the same movement in another one, changes nothing.
 */
export async function importStatement(ctx: Context, input: { xml: string }) {
  let statements: BankStatement[];
  try {
    statements = readCamt053(input.xml);
  } catch (error) {
    if (error instanceof StatementError) return refuse("payment.statement_unreadable", { reason: error.message });
    throw error;
  }
  return write(ctx, async (tx) => {
    const count = { statements: statements.length, entries: 0, known: 0, matched: 0, unmatched: 0, outgoing: 0 };
    for (const statement of statements) {
      const statementId = await keepStatement(tx, ctx, statement, input.xml);
      for (const entry of statement.entries) {
        count.entries += 1;
        count[await takeEntry({ ...ctx, tx }, tx, statementId, entry)] += 1;
      }
    }
    return count;
  });
}

async function keepStatement(tx: Tx, ctx: Context, { iban, reference }: BankStatement, xml: string): Promise<string> {
  const id = newId();
  const sha256 = createHash("sha256").update(xml).digest("hex");
  await tx
    .insertInto("bank_statements")
    .values({ id, iban, reference, sha256, imported_at: ctx.now })
    .onConflict((conflict) => conflict.columns(["iban", "reference"]).doNothing())
    .execute();
  const kept = await tx
    .selectFrom("bank_statements")
    .select("id")
    .where("iban", "=", iban)
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  return kept.id;
}

async function takeEntry(
  ctx: Context,
  tx: Tx,
  statementId: string,
  entry: BankEntry,
): Promise<"known" | "matched" | "unmatched" | "outgoing"> {
  const id = newId();
  const first = await tx
    .insertInto("bank_entries")
    .values({
      id,
      statement_id: statementId,
      entry_key: entry.key,
      amount_minor: entry.amountMinor,
      currency: entry.currency,
      booked_on: entry.bookedOn,
      remittance: entry.remittance.slice(0, 500),
      structured: entry.structured,
      payer_name: entry.payerName,
      payer_iban: entry.payerIban,
      status: entry.amountMinor > 0n ? "unmatched" : "ignored",
    })
    .onConflict((conflict) => conflict.column("entry_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!first) return "known";
  if (entry.amountMinor <= 0n) return "outgoing";
  const named = await invoicesNamed(tx, numbersIn(entry.structured, entry.remittance));
  const match = matchEntry(entry, named, await invoicesOfPayer(tx, entry.payerIban));
  const invoice = match.how === "none" ? null : match.parts[0]!.invoice;
  const payment = await receivePayment(ctx, {
    customerId: invoice?.customerId ?? null,
    contactId: null,
    method: "transfer",
    amountMinor: entry.amountMinor,
    currency: entry.currency,
    reference: (entry.structured ?? entry.remittance).slice(0, 200),
    sourceKey: `camt:${entry.key}`,
    payerName: entry.payerName,
    payerIban: entry.payerIban,
    receivedOn: entry.bookedOn,
    invoiceId: invoice?.id ?? null,
  });
  if (!payment) return "known";
  await tx
    .updateTable("bank_entries")
    .set({ payment_id: payment.id, why: match.how === "none" ? match.why : null })
    .where("id", "=", id)
    .execute();
  if (match.how === "none") return "unmatched";
  for (const { invoice: paid, amountMinor } of match.parts)
    await allocatePayment(ctx, { paymentId: payment.id, invoiceId: paid.id, amountMinor });
  return "matched";
}
