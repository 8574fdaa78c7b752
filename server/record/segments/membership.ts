import { type RawBuilder, sql } from "kysely";
import type { Database, Tx } from "#platform/database.ts";
import { compile } from "./compile.ts";
import type { Definition } from "./definition.ts";

export interface SegmentRow {
  id: string;
  definition: unknown;
}

const people = (condition: RawBuilder<boolean>, only: RawBuilder<unknown> = sql`true`) =>
  sql`select k.id from contacts k left join customers c on c.id = k.customer_id where k.merged_into_id is null and ${only} and ${condition}`;

/** Everyone in a segment, worked out from zero. Returns how many. */
export async function recompute(tx: Tx, segment: SegmentRow, now: Date): Promise<bigint> {
  const condition = compile(segment.definition as Definition, now);
  await sql`
    with wanted as materialized (${people(condition)}),
    gone as (delete from segment_members m where m.segment_id = ${segment.id} and not exists (select 1 from wanted w where w.id = m.contact_id))
    insert into segment_members (segment_id, contact_id, since) select ${segment.id}, id, ${now} from wanted on conflict do nothing`.execute(
    tx,
  );
  return count(tx, segment.id, now);
}

/** The same for a few people something happened to. Returns whether anyone came or went. */
export async function refresh(tx: Tx, segment: SegmentRow, contactIds: readonly string[], now: Date): Promise<boolean> {
  const condition = compile(segment.definition as Definition, now);
  const { rows } = await sql<{ came: bigint; went: bigint }>`
    with wanted as materialized (${people(condition, sql`k.id = any(${[...contactIds]}::uuid[])`)}),
    gone as (delete from segment_members m where m.segment_id = ${segment.id} and m.contact_id = any(${[...contactIds]}::uuid[]) and not exists (select 1 from wanted w where w.id = m.contact_id) returning 1),
    came as (insert into segment_members (segment_id, contact_id, since) select ${segment.id}, id, ${now} from wanted on conflict do nothing returning 1)
    select (select count(*) from came) as came, (select count(*) from gone) as went`.execute(tx);
  const { came, went } = rows[0]!;
  if (came === 0n && went === 0n) return false;
  await sql`update segments set member_count = member_count + ${came - went} where id = ${segment.id}`.execute(tx);
  return true;
}

async function count(tx: Tx, segmentId: string, now: Date): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from segment_members where segment_id = ${segmentId}`.execute(
    tx,
  );
  const members = rows[0]!.n;
  await tx.updateTable("segments").set({ member_count: members, computed_at: now }).where("id", "=", segmentId).execute();
  return members;
}

/** How many people a definition would hold, and a few of them; nothing is kept. */
export async function previewMembers(db: Database, definition: Definition, now: Date) {
  const wanted = people(compile(definition, now));
  const [counted, sample] = await Promise.all([
    sql<{ n: bigint }>`select count(*) as n from (${wanted}) w`.execute(db),
    sql<{ id: string }>`select id from (${wanted}) w limit 10`.execute(db),
  ]);
  return { count: Number(counted.rows[0]!.n), sampleIds: sample.rows.map((row) => row.id) };
}
