import { sql } from "kysely";
import type { App } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import type { RecordedEvent } from "./envelope.ts";
import { readAfter } from "./read.ts";

/**
 * Folds the ordered log into tables of its own. `apply` gets batches in order, each exactly once; `reset` empties the
 * tables so that the projection can be rebuilt from zero.
 */
export interface Projection {
  name: string;
  apply(tx: Tx, events: readonly RecordedEvent[], app: App): Promise<void>;
  reset(tx: Tx): Promise<void>;
}

const batchSize = 1_000;

/** Brings one projection up to the end of the log. Returns how many events it folded. Cursor and effect commit together. */
export async function catchUp(app: App, projection: Projection): Promise<number> {
  for (let folded = 0; ; ) {
    const count = await app.db.transaction().execute(async (tx) => {
      await sql`insert into projection_cursors (name) values (${projection.name}) on conflict do nothing`.execute(tx);
      const held = await sql<{ tx: string; position: string }>`
        select tx::text as tx, position::text as position from projection_cursors where name = ${projection.name} for update skip locked`.execute(
        tx,
      );
      const at = held.rows[0];
      if (!at) return 0; // another worker is folding
      const { events, cursor } = await readAfter(app.db, at, batchSize);
      if (events.length === 0) return 0;
      await projection.apply(tx, events, app);
      await sql`update projection_cursors set tx = ${cursor.tx}::xid8, position = ${cursor.position}::bigint, updated_at = now(), error = null where name = ${projection.name}`.execute(
        tx,
      );
      return events.length;
    });
    folded += count;
    if (count < batchSize) return folded;
  }
}

/** Forgets what a projection made and folds the whole log again. */
export async function rebuild(app: App, projection: Projection): Promise<number> {
  await app.db.transaction().execute(async (tx) => {
    await projection.reset(tx);
    await sql`insert into projection_cursors (name) values (${projection.name}) on conflict (name) do update set tx = '0', position = 0`.execute(
      tx,
    );
  });
  return catchUp(app, projection);
}
