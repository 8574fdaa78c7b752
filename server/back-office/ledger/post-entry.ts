import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { takeNumber } from "#record/organisation/take-number.ts";
import type { Account } from "./accounts.ts";

export interface Posting {
  account: Account;
  /** Debit positive, credit negative, in minor units. */
  amountMinor: bigint;
  invoiceLineId?: string | undefined;
}

export interface Entry {
  journal: "VT" | "BQ" | "OD";
  date: string;
  sourceEventId: string;
  /** With the event it makes the entry unique: "invoice", "revenue:<schedule>" ... */
  purpose: string;
  customerId: string | null;
  piece: string;
  pieceDate: string;
  label: string;
  currency: string;
  postings: readonly Posting[];
}

/**
 * Posts a balanced entry with the next number of its journal. Null when this fact is posted already, or when there is
 * nothing to post. Throws (a bug) when debit and credit differ; the database refuses it too.
 */
export async function postEntry(tx: Tx, ctx: Context, entry: Entry): Promise<string | null> {
  const postings = entry.postings.filter((posting) => posting.amountMinor !== 0n);
  if (postings.length === 0) return null;
  const left = postings.reduce((sum, posting) => sum + posting.amountMinor, 0n);
  if (left !== 0n) throw new Error(`the entry "${entry.label}" does not balance: ${left} left over`);
  const known = await tx
    .selectFrom("journal_entries")
    .select("id")
    .where("source_event_id", "=", entry.sourceEventId)
    .where("purpose", "=", entry.purpose)
    .executeTakeFirst();
  if (known) return null;
  const id = newId();
  const year = entry.date.slice(0, 4);
  await tx
    .insertInto("journal_entries")
    .values({
      id,
      number: await takeNumber(tx, `journal-${entry.journal}-${year}`, `${entry.journal}-${year}-`, 6),
      journal: entry.journal,
      entry_date: entry.date,
      source_event_id: entry.sourceEventId,
      purpose: entry.purpose,
      customer_id: entry.customerId,
      piece: entry.piece,
      piece_date: entry.pieceDate,
      label: entry.label,
      currency: entry.currency,
      posted_at: ctx.now,
    })
    .execute();
  await tx
    .insertInto("postings")
    .values(
      postings.map((posting, position) => ({
        id: newId(),
        entry_id: id,
        position,
        account: posting.account,
        amount_minor: posting.amountMinor,
        invoice_line_id: posting.invoiceLineId ?? null,
      })),
    )
    .execute();
  return id;
}
