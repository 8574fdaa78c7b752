import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { catalog, type EventType } from "./catalog.ts";
import type { Channel } from "./define-event.ts";
import { reactionsTo } from "./reactions.ts";

export interface StreamedFact<T extends EventType> {
  subjectId: string;
  customerId?: string | null | undefined;
  contactId?: string | null | undefined;
  channel?: Channel | undefined;
  occurredAt: Date;
  correlationId?: string | undefined;
  causationId?: string | undefined;
  data: z.input<(typeof catalog)[T]["data"]>;
}

/** States many facts of one kind in one statement: streams (page views, usage, opens) and history being imported. Returns their ids in order. */
export async function appendMany<T extends EventType>(
  tx: Tx,
  ctx: Context,
  type: T,
  facts: readonly StreamedFact<T>[],
): Promise<string[]> {
  if (facts.length === 0) return [];
  const definition = catalog[type];
  const rows = facts.map((fact) => {
    const id = newId();
    return {
      id,
      customer_id: fact.customerId ?? null,
      contact_id: fact.contactId ?? null,
      subject_id: fact.subjectId,
      channel: fact.channel ?? null,
      occurred_at: fact.occurredAt,
      correlation_id: fact.correlationId ?? id,
      causation_id: fact.causationId ?? null,
      data: definition.data.parse(fact.data),
    };
  });
  await sql`
    insert into events (id, type, customer_id, contact_id, subject_type, subject_id, channel, stage, actor_type, actor_id, occurred_at, correlation_id, causation_id, data)
    select r.id, ${type}, r.customer_id, r.contact_id, ${type.slice(0, type.indexOf("."))}, r.subject_id, r.channel, ${definition.stage}, ${ctx.actor.kind}, ${ctx.actor.id},
      r.occurred_at, r.correlation_id, r.causation_id, r.data
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(id uuid, customer_id uuid, contact_id uuid, subject_id uuid, channel text, occurred_at timestamptz, correlation_id uuid, causation_id uuid, data jsonb)`.execute(
    tx,
  );
  const ids = rows.map((row) => row.id);
  for (const subscriber of reactionsTo(type)) {
    await sql`
      select graphile_worker.add_job('react', json_build_object('eventId', e, 'subscriber', ${subscriber.name}::text), max_attempts := 12)
      from unnest(${ids}::text[]) as e`.execute(tx);
  }
  await sql`select pg_notify('events', '')`.execute(tx);
  return ids;
}
