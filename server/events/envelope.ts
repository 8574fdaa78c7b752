import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";

/** An event as it was written: the envelope plus its data (money as digits, instants as ISO text). */
export interface RecordedEvent<D = Record<string, unknown>> {
  position: bigint;
  id: string;
  type: string;
  customerId: string | null;
  contactId: string | null;
  subjectType: string;
  subjectId: string;
  channel: string | null;
  stage: string | null;
  actorType: string;
  actorId: string;
  occurredAt: Date;
  recordedAt: Date;
  correlationId: string;
  causationId: string | null;
  data: D;
}

export function toEvent(row: Omit<Selectable<DB["events"]>, "tx">): RecordedEvent {
  return {
    position: row.position,
    id: row.id,
    type: row.type,
    customerId: row.customer_id,
    contactId: row.contact_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    channel: row.channel,
    stage: row.stage,
    actorType: row.actor_type,
    actorId: row.actor_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    data: row.data as Record<string, unknown>,
  };
}
