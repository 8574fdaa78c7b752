import { sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { type RecordedEvent, toEvent } from "./envelope.ts";

/** A place in the log. Transaction first: positions alone commit out of order, and a reader that trusts them loses events. */
export interface Cursor {
  tx: string;
  position: string;
}
export const beginning: Cursor = { tx: "0", position: "0" };

/**
 * The next events after a cursor, oldest first. Only transactions older than every one still running are read, so no
 * event can appear later before the cursor: nothing is missed, nothing repeated.
 */
export async function readAfter(db: Database, cursor: Cursor, limit = 500): Promise<{ events: RecordedEvent[]; cursor: Cursor }> {
  const { rows } = await sql<Parameters<typeof toEvent>[0] & { tx: string }>`
    select position, tx::text as tx, id, type, customer_id, contact_id, subject_type, subject_id, channel, stage, actor_type, actor_id,
      occurred_at, recorded_at, correlation_id, causation_id, data
    from events
    where (tx, position) > (${cursor.tx}::xid8, ${cursor.position}::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx, events.position limit ${limit}`.execute(db);
  const last = rows.at(-1);
  return { events: rows.map(toEvent), cursor: last ? { tx: last.tx, position: last.position.toString() } : cursor };
}

/** Where the log ends now, for readers that only care about what comes next. */
export async function endOfLog(db: Database): Promise<Cursor> {
  const { rows } = await sql<{ tx: string; position: string }>`
    select tx::text as tx, position::text as position from events where tx < pg_snapshot_xmin(pg_current_snapshot()) order by events.tx desc, events.position desc limit 1`.execute(
    db,
  );
  return rows[0] ?? beginning;
}
