import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

/**
 * A merge is the one place that re-points rows of other modules: who a quote or an invoice belongs to is a question of
 * identity, and identity is decided here. What was moved is kept row by row, so that a split puts it back.
 */
export type Moved = Record<string, Record<string, unknown>[]>;

/** The log is never rewritten: readers ask for both records. History belongs to the record it was written on. */
const left = new Set(["events", "customer_changes", "customer_merges", "customers"]);

interface Holder {
  table: string;
  key: string[];
}

/** Every table that says whose a row is in `column`, with its primary key. Tables keyed by that column are folded anew by their owners. */
async function holdersOf(tx: Tx, column: "customer_id" | "contact_id"): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select c.relname as table, array_agg(k.attname::text order by k.attnum) as key
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = ${column} and not a.attisdropped
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
    where c.relkind = 'r'
    group by c.relname having not (${column} = any (array_agg(k.attname::text))) order by c.relname`.execute(tx);
  return rows.filter(({ table }) => !left.has(table));
}

/** Points every row from one record to another. Rows that may not change (issued documents kept immutable) stay where they are. */
export async function moveRows(tx: Tx, column: "customer_id" | "contact_id", from: string, to: string): Promise<Moved> {
  const moved: Moved = {};
  for (const { table, key } of await holdersOf(tx, column)) {
    const keys = sql.join(key.map((name) => sql`${name}::text, ${sql.ref(name)}`));
    // An identifier both contacts have is already where it belongs.
    const free =
      table === "identifiers" && column === "contact_id"
        ? sql`not exists (select 1 from identifiers x where x.contact_id = ${to} and x.kind = t.kind and x.value_norm = t.value_norm)`
        : sql`true`;
    const rows = await attempt(tx, async () => {
      const answer = await sql<{ key: Record<string, unknown> }>`
        update ${sql.table(table)} t set ${sql.ref(column)} = ${to} where ${sql.ref(`t.${column}`)} = ${from} and ${free} returning jsonb_build_object(${keys}) as key`.execute(
        tx,
      );
      return answer.rows.map((row) => row.key);
    });
    if (rows && rows.length > 0) moved[table] = rows;
  }
  return moved;
}

/** Puts moved rows back, those that still point where the merge had put them. */
export async function moveBack(
  tx: Tx,
  column: "customer_id" | "contact_id",
  moved: Moved,
  from: string,
  to: string,
): Promise<void> {
  for (const [table, keys] of Object.entries(moved)) {
    const names = Object.keys(keys[0] ?? {});
    const same = sql.join(
      names.map((name) => sql`${sql.ref(`t.${name}`)}::text = k.key ->> ${name}`),
      sql` and `,
    );
    await attempt(tx, () =>
      sql`update ${sql.table(table)} t set ${sql.ref(column)} = ${to} from (select jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as key) k where ${sql.ref(`t.${column}`)} = ${from} and ${same}`.execute(
        tx,
      ),
    );
  }
}

/** Runs one statement; when its table refuses, only that statement is undone. */
async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | undefined> {
  await sql`savepoint move_rows`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint move_rows`.execute(tx);
    return done;
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (!code.startsWith("23")) throw error; // only integrity rules say no; anything else is a bug
    await sql`rollback to savepoint move_rows`.execute(tx);
    return undefined;
  }
}
