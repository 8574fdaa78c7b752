import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Tx } from "#platform/database.ts";

/** History that was taken in and then withdrawn leaves the cases too: those with no step left go, the others are drawn without. */
export async function forgetUndone(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  if (!events.some((event) => event.type === "import.undone")) return;
  await sql`
    with gone as (
      delete from process_steps s where not exists (select 1 from events e where e.id = s.event_id) returning process, case_id
    )
    update process_cases c set path = '' from gone where gone.process = c.process and gone.case_id = c.case_id`.execute(tx);
  await sql`
    update process_cases c set path = p.path, times = p.times, started_at = p.started_at, ended_at = p.ended_at
    from (
      select s.process, s.case_id, string_agg(s.type, ' ' order by s.occurred_at, s.position) as path,
        jsonb_agg(round(extract(epoch from s.occurred_at) * 1000) order by s.occurred_at, s.position) as times,
        min(s.occurred_at) as started_at, max(s.occurred_at) as ended_at
      from process_steps s join process_cases t on t.process = s.process and t.case_id = s.case_id and t.path = ''
      group by s.process, s.case_id
    ) p where p.process = c.process and p.case_id = c.case_id`.execute(tx);
  await sql`delete from process_links l using process_cases c where c.path = '' and c.process = l.process and c.case_id = l.case_id`.execute(
    tx,
  );
  await tx.deleteFrom("process_cases").where("path", "=", "").execute();
}
