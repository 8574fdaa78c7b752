import { type RawBuilder, sql } from "kysely";
import type { Stage } from "#events/define-event.ts";
import { sentencesOf } from "#events/sentence.ts";

/** What every list of events reads, from a relation called `e`. */
export const eventColumns = sql`e.position, e.id, e.type, e.stage, e.channel, e.occurred_at, e.customer_id, e.contact_id, e.subject_type, e.subject_id, e.actor_type, e.actor_id, e.causation_id, e.data`;

export interface EventRow {
  position: bigint;
  id: string;
  type: string;
  stage: string | null;
  channel: string | null;
  occurred_at: Date;
  customer_id: string | null;
  contact_id: string | null;
  subject_type: string;
  subject_id: string;
  actor_type: string;
  actor_id: string;
  causation_id: string | null;
  data: Record<string, unknown>;
  contact_name: string | null;
  actor_name: string | null;
}

/**
 * The names of the people in a relation `e` of events: joined after the page is cut, so that 50 rows cost 50 look-ups. The
 * actor is made a uuid, not the key a text: that would read every contact there is.
 */
export const withNames = (events: RawBuilder<unknown>) => sql<EventRow>`
  select e.*, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name,
    case e.actor_type when 'staff' then s.name when 'customer' then nullif(trim(a.first_name || ' ' || a.last_name), '') else e.actor_id end as actor_name
  from (${events}) e
  left join contacts k on k.id = e.contact_id
  left join staff s on e.actor_type = 'staff' and s.id::text = e.actor_id
  left join contacts a on e.actor_type = 'customer' and a.id = case when e.actor_type = 'customer' and e.actor_id ~ '^[0-9a-f-]{36}$' then e.actor_id::uuid end`;

export const toTimelineEvent = (row: EventRow) => ({
  id: row.id,
  type: row.type,
  stage: row.stage as Stage | null,
  channel: row.channel,
  occurredAt: row.occurred_at,
  sentence: sentencesOf(row),
  customerId: row.customer_id,
  contactId: row.contact_id,
  contactName: row.contact_name,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  actorType: row.actor_type,
  actorName: row.actor_name,
  hasCause: row.causation_id !== null,
  data: row.data,
});

/** Rows after a cursor in the order newest first. */
export const before = (cursor: readonly (string | number | null)[] | undefined): RawBuilder<boolean> =>
  cursor ? sql<boolean>`(e.occurred_at, e.position) < (${cursor[0]}::timestamptz, ${cursor[1]}::bigint)` : sql<boolean>`true`;
