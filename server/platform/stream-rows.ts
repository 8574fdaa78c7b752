import type { Compilable } from "kysely";
import type { Context } from "./context.ts";

const rowsAtOnce = 1_000;

/** Several questions answered of one and the same moment, row by row. */
export interface Snapshot {
  rows<T>(query: Compilable<T>): AsyncGenerator<T>;
}

/** The rows of a query from a cursor of the database: any number of them in little memory, all of one moment. */
export const streamRows = <T>(ctx: Context, query: Compilable<T>): AsyncGenerator<T> =>
  inSnapshot(ctx, (snapshot) => snapshot.rows(query));

/** Opens a snapshot for as long as what `work` gives is read. */
export async function* inSnapshot<T>(ctx: Context, work: (snapshot: Snapshot) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = await ctx.app.pool.connect();
  let cursors = 0;
  try {
    await client.query("begin isolation level repeatable read read only");
    yield* work({
      async *rows<R>(query: Compilable<R>) {
        const name = `export_${(cursors += 1)}`;
        const { sql, parameters } = query.compile();
        await client.query(`declare ${name} no scroll cursor for ${sql}`, [...parameters]);
        for (;;) {
          const { rows } = await client.query<object>(`fetch ${rowsAtOnce} from ${name}`);
          yield* rows as R[];
          if (rows.length < rowsAtOnce) break;
        }
        await client.query(`close ${name}`);
      },
    });
  } finally {
    await client.query("rollback").catch(() => {});
    client.release();
  }
}
