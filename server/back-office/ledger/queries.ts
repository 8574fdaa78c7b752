import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";

interface JournalInput {
  cursor?: string | undefined;
  limit: number;
  from?: string | undefined;
  to?: string | undefined;
  account?: string | undefined;
  customerId?: string | undefined;
  search?: string | undefined;
}

/** The journal, the latest first: entries with their postings. */
export async function listEntries(ctx: Context, input: JournalInput) {
  const db = reader(ctx);
  let query = db
    .selectFrom("journal_entries")
    .selectAll()
    .orderBy("entry_date", "desc")
    .orderBy("number", "desc")
    .limit(input.limit + 1);
  if (input.from) query = query.where("entry_date", ">=", input.from);
  if (input.to) query = query.where("entry_date", "<=", input.to);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.account)
    query = query.where("id", "in", (eb) => eb.selectFrom("postings").select("entry_id").where("account", "=", input.account!));
  if (input.search) query = query.where(sql<boolean>`(number || ' ' || piece || ' ' || label) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [date, number] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(entry_date, number) < (${date}::date, ${number}::text)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.entry_date, row.number]);
  return {
    rows: await withLines(
      ctx,
      cut.rows.map((row) => row.id),
    ),
    nextCursor: cut.nextCursor,
  };
}

export async function showEntry(ctx: Context, input: { entryId: string }) {
  const [entry] = await withLines(ctx, [input.entryId]);
  return found(entry, "entry", input.entryId);
}

/** Entries in the order of their ids given, with postings; `sourceEventId` is where the walk back to the click begins. */
async function withLines(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const lines = await reader(ctx)
    .selectFrom("journal_lines")
    .selectAll()
    .where("entry_id", "in", [...ids])
    .orderBy("position")
    .execute();
  const byEntry = Map.groupBy(lines, (line) => line.entry_id!);
  return ids.flatMap((id) => {
    const own = byEntry.get(id);
    const head = own?.[0];
    if (!own || !head) return [];
    return [
      {
        id,
        number: head.number!,
        journal: head.journal as "VT" | "BQ" | "OD",
        date: head.entry_date!,
        label: head.label!,
        piece: head.piece!,
        currency: head.currency!,
        customerId: head.customer_id,
        customerName: head.customer_name,
        sourceEventId: head.source_event_id!,
        postings: own.map((line) => ({
          account: line.account!,
          accountName: (ctx.locale === "fr" ? line.account_fr : line.account_en)!,
          amountMinor: line.amount_minor!,
          invoiceLineId: line.invoice_line_id,
        })),
      },
    ];
  });
}

/**
 * The balance of every account by a day, and the checks that must hold: debit = credit, and what customers owe in the
 * ledger = what is open on their invoices (compared now, whatever the day).
 */
export async function trialBalance(ctx: Context, input: { to?: string | undefined }) {
  const db = reader(ctx);
  const [rows, open, receivable] = await Promise.all([
    sql<{ code: string; kind: string; name: string; currency: string; debit: bigint; credit: bigint }>`
      select a.code, a.kind, ${sql.ref(ctx.locale === "fr" ? "a.name_fr" : "a.name_en")} as name, e.currency,
        coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as debit, coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as credit
      from ledger_accounts a join postings p on p.account = a.code join journal_entries e on e.id = p.entry_id
      where e.entry_date <= coalesce(${input.to ?? null}::date, 'infinity') group by a.code, e.currency order by a.code, e.currency`.execute(
      db,
    ),
    sql<{ minor: bigint }>`select coalesce(sum(open_minor), 0)::bigint as minor from invoice_list`.execute(db),
    sql<{ minor: bigint }>`select coalesce(sum(amount_minor), 0)::bigint as minor from postings where account = '411000'`.execute(
      db,
    ),
  ]);
  const receivableMinor = receivable.rows[0]!.minor;
  const openMinor = open.rows[0]!.minor;
  return {
    rows: rows.rows.map((row) => ({
      account: row.code,
      kind: row.kind as "asset" | "liability" | "revenue",
      name: row.name,
      currency: row.currency,
      debitMinor: row.debit,
      creditMinor: row.credit,
      balanceMinor: row.debit - row.credit,
    })),
    checks: { receivableMinor, openMinor, agree: receivableMinor === openMinor },
  };
}

/** Revenue by month: recognised, and what invoices already promise for the months to come. */
export async function revenueByMonth(ctx: Context) {
  const { rows } = await sql<{ month: string; currency: string; recognised: bigint; to_come: bigint }>`
    select month, currency, sum(recognised)::bigint as recognised, sum(to_come)::bigint as to_come from (
      select to_char(e.entry_date, 'YYYY-MM') as month, e.currency, -p.amount_minor as recognised, 0 as to_come
      from postings p join journal_entries e on e.id = p.entry_id where p.account in ('706000', '707000')
      union all
      select to_char(recognise_on, 'YYYY-MM'), currency, 0, amount_minor - cancelled_minor from revenue_schedules where entry_id is null
    ) months group by month, currency order by month, currency limit 240`.execute(reader(ctx));
  return {
    rows: rows.map((row) => ({
      month: row.month,
      currency: row.currency,
      recognisedMinor: row.recognised,
      toComeMinor: row.to_come,
    })),
  };
}

export async function listExports(ctx: Context, input: { limit: number }) {
  const rows = await reader(ctx)
    .selectFrom("journal_exports")
    .selectAll()
    .orderBy("exported_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      format: row.format as "fec" | "csv",
      from: row.from_day,
      to: row.to_day,
      entries: row.entries,
      fileName: row.file_name,
      sha256: row.sha256,
      exportedAt: row.exported_at,
    })),
  };
}
