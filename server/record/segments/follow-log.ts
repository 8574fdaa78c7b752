import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Projection } from "#events/project.ts";
import type { Tx } from "#platform/database.ts";
import { inOrder } from "./definition.ts";
import { recompute, refresh } from "./membership.ts";

const maxPeople = 5_000;

/**
 * Keeps membership up: each batch of the log touches some people, and only these are looked at again, in every living
 * segment. A batch that touches very many (an import) works each segment out from zero instead.
 */
export const segmentMembership: Projection = {
  name: "segments/membership",
  async apply(tx, events, app) {
    const segments = await tx.selectFrom("segments").select(["id", "definition"]).where("archived_at", "is", null).execute();
    if (segments.length === 0) return;
    const touched = await touchedBy(tx, events);
    if (touched.length === 0) return;
    const now = app.clock.now();
    for (const segment of inOrder(segments)) {
      if (touched.length > maxPeople) await recompute(tx, segment, now);
      else await refresh(tx, segment, touched, now);
    }
  },
  async reset(tx) {
    await sql`delete from segment_members`.execute(tx);
    await sql`update segments set member_count = 0, computed_at = null`.execute(tx);
  },
};

/** The people of these events: named by them, or belonging to an account named by them. */
async function touchedBy(tx: Tx, events: readonly RecordedEvent[]): Promise<string[]> {
  const contactIds = [...new Set(events.flatMap((event) => event.contactId ?? []))];
  const customerIds = [...new Set(events.flatMap((event) => event.customerId ?? []))];
  if (contactIds.length === 0 && customerIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from contacts where id = any(${contactIds}::uuid[]) union select id from contacts where customer_id = any(${customerIds}::uuid[])`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}
