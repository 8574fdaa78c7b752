import { createHash } from "node:crypto";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { byteOrderMark, csvLine } from "#platform/csv/write-csv.ts";
import { decimalText } from "#platform/money.ts";
import { newId } from "#platform/ids.ts";
import { reader } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { fecName, type JournalLine, journalNames, writeFec } from "./fec.ts";

/** One file holds at most so many postings; a longer span is exported in parts. */
const mostPostings = 200_000;

/** Writes the journal of a span of days for finance: the French FEC, or a CSV. The file is kept with its hash. */
export const exportJournal = (ctx: Context, input: { from: string; to: string; format: "fec" | "csv" }) =>
  write(ctx, async (tx) => {
    refuseUnless(input.from <= input.to, "journal.backwards");
    const entity = await defaultLegalEntity(ctx);
    if (input.format === "fec" && !/^\d{9}$/.test(entity.siren ?? "")) refuse("journal.no_siren");
    const rows = await tx
      .selectFrom("journal_lines")
      .selectAll()
      .where("entry_date", ">=", input.from)
      .where("entry_date", "<=", input.to)
      .orderBy("entry_date")
      .orderBy("number")
      .orderBy("position")
      .limit(mostPostings + 1)
      .execute();
    refuseUnless(rows.length <= mostPostings, "journal.too_long", { most: mostPostings });
    const lines = rows.map(
      (row): JournalLine => ({
        number: row.number!,
        journal: row.journal!,
        entryDate: row.entry_date!,
        customerNumber: row.customer_number,
        customerName: row.customer_name,
        piece: row.piece!,
        pieceDate: row.piece_date!,
        label: row.label!,
        currency: row.currency!,
        postedOn: row.posted_at!.toISOString().slice(0, 10),
        account: row.account!,
        accountName: row.account_fr!,
        amountMinor: row.amount_minor!,
      }),
    );
    const bytes = new TextEncoder().encode(input.format === "fec" ? writeFec(lines) : csvOf(lines));
    const id = newId();
    const fileName = input.format === "fec" ? fecName(entity.siren!, input.to) : `journal-${input.from}-${input.to}.csv`;
    const key = `journal-exports/${id}/${fileName.toLowerCase()}`;
    await ctx.app.files.put(key, bytes, { contentType: input.format === "fec" ? "text/plain" : "text/csv" });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const entries = new Set(lines.map((line) => line.number)).size;
    await tx
      .insertInto("journal_exports")
      .values({
        id,
        format: input.format,
        from_day: input.from,
        to_day: input.to,
        entries,
        file_name: fileName,
        file_key: key,
        sha256,
        exported_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "journal.exported", {
      subjectId: id,
      data: { from: input.from, to: input.to, entries, format: input.format, sha256 },
    });
    return { id, fileName, entries, sha256 };
  });

const columns = [
  "journal",
  "journal_name",
  "entry",
  "date",
  "account",
  "account_name",
  "customer",
  "piece",
  "piece_date",
  "label",
  "debit",
  "credit",
  "currency",
];

const csvOf = (lines: readonly JournalLine[]): string =>
  byteOrderMark +
  csvLine(columns) +
  lines
    .map((line) =>
      csvLine([
        line.journal,
        journalNames[line.journal],
        line.number,
        line.entryDate,
        line.account,
        line.accountName,
        line.customerNumber,
        line.piece,
        line.pieceDate,
        line.label,
        decimalText(line.amountMinor > 0n ? line.amountMinor : 0n, line.currency),
        decimalText(line.amountMinor < 0n ? -line.amountMinor : 0n, line.currency),
        line.currency,
      ]),
    )
    .join("");

/** The file of an export, as it was written. */
export async function readExport(ctx: Context, input: { exportId: string }) {
  const row = found(
    await reader(ctx).selectFrom("journal_exports").selectAll().where("id", "=", input.exportId).executeTakeFirst(),
    "export",
    input.exportId,
  );
  const bytes = found(await ctx.app.files.get(row.file_key), "file", row.file_key);
  return new File([bytes as Uint8Array<ArrayBuffer>], row.file_name, { type: row.format === "fec" ? "text/plain" : "text/csv" });
}
