import { append } from "#events/append.ts";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Context } from "#platform/context.ts";
import type { Database, Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { decimalText } from "#platform/money.ts";
import { write } from "#platform/write.ts";
import { type GivenLine, giveGoodwill } from "./engine/give-goodwill.ts";
import type { InvoiceLine } from "./engine/types.ts";

/** Goodwill was granted: the account holds it until its invoices have given it back. Announced twice, it is booked once. */
export const bookCredit = (ctx: Context, event: RecordedEvent) =>
  write(ctx, async (tx) => {
    const { amountMinor, currency, reason } = event.data as { amountMinor: string; currency: string; reason: string };
    const id = newId();
    const booked = await tx
      .insertInto("account_credits")
      .values({
        id,
        customer_id: event.customerId!,
        source_id: event.subjectId,
        amount_minor: BigInt(amountMinor),
        currency,
        reason,
        booked_at: ctx.now,
      })
      .onConflict((conflict) => conflict.column("source_id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!booked) return;
    await append(tx, ctx, "credit.booked", {
      subjectId: id,
      customerId: event.customerId,
      contactId: event.contactId,
      data: { amountMinor, currency, reason },
    });
  });

/** What the open credits of an account take off the lines it owes, oldest first. Reads only: the invoice and its preview ask alike. */
export async function creditsOn(
  db: Database,
  account: { customerId: string; currency: string },
  lines: readonly InvoiceLine[],
): Promise<GivenLine[]> {
  if (lines.length === 0) return [];
  const rows = await db
    .selectFrom("account_credits")
    .selectAll()
    .where("customer_id", "=", account.customerId)
    .where("currency", "=", account.currency)
    .whereRef("used_minor", "<", "amount_minor")
    .orderBy("booked_at")
    .orderBy("id")
    .execute();
  const open = rows.map((row) => ({ id: row.id, leftMinor: row.amount_minor - row.used_minor, reason: row.reason }));
  return giveGoodwill(lines, open, (minor) => decimalText(minor, account.currency));
}

/** The invoice is issued: what it gave back is used. */
export async function useCredits(
  ctx: Context,
  tx: Tx,
  invoice: { id: string; number: string; customerId: string; currency: string; eventId: string },
  given: readonly GivenLine[],
): Promise<void> {
  const perCredit = Map.groupBy(given, (each) => each.creditId);
  for (const [creditId, lines] of perCredit) {
    const amountMinor = lines.reduce((sum, each) => sum - each.line.net, 0n);
    await tx
      .updateTable("account_credits")
      .set((eb) => ({ used_minor: eb("used_minor", "+", amountMinor) }))
      .where("id", "=", creditId)
      .execute();
    await tx
      .insertInto("account_credit_uses")
      .values({ credit_id: creditId, invoice_id: invoice.id, amount_minor: amountMinor })
      .execute();
    await append(tx, ctx, "credit.applied", {
      subjectId: creditId,
      customerId: invoice.customerId,
      causedBy: invoice.eventId,
      data: { amountMinor, currency: invoice.currency, number: invoice.number, invoiceId: invoice.id },
    });
  }
}
