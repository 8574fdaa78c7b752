import type { z } from "zod";
import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { type EventType, catalog } from "./catalog.ts";
import type { Channel, Stage } from "./define-event.ts";
import { reactionsTo } from "./reactions.ts";

export interface Fact<T extends EventType> {
  /** The thing the fact is about: its row id. The type of thing is the noun of the event ("quote.sent" -> "quote"). */
  subjectId: string;
  customerId?: string | null | undefined;
  contactId?: string | null | undefined;
  channel?: Channel | undefined;
  /** When it happened, if not now (imports, late usage). */
  occurredAt?: Date | undefined;
  /**
   * What this fact follows from, when it is the first fact about its subject: the id of the subject it grew out of (the
   * lead an opportunity came from). This is what lets a cent in the ledger walk back to the first click.
   */
  follows?: string | undefined;
  /** The event it follows from, when known. Wins over `follows`. */
  causedBy?: string | undefined;
  /** A message to one person out of many starts that person's own line. */
  startsLine?: boolean | undefined;
  /** Where its kind lies in one stage and this one in another, in none (null), or in that of what led to it. */
  stage?: Stage | null | "of its cause" | undefined;
  data: z.input<(typeof catalog)[T]["data"]>;
}

export interface Appended {
  eventId: string;
  correlationId: string;
}

/**
 * States a fact, in the transaction of the change it describes, and enqueues one job per reaction to it. Nothing else
 * announces anything. Throws (a bug) when the data is not what the catalog says.
 */
export async function append<T extends EventType>(tx: Tx, ctx: Context, type: T, fact: Fact<T>): Promise<Appended> {
  const definition = catalog[type];
  const data = definition.data.parse(fact.data);
  const eventId = newId();
  const cause = await findCause(tx, ctx, fact);
  const correlationId = cause && !fact.startsLine ? cause.correlationId : eventId;
  const stage = fact.stage === "of its cause" ? await stageOfCause(tx, cause, definition.stage) : fact.stage;
  await sql`
    insert into events (id, type, customer_id, contact_id, subject_type, subject_id, channel, stage, actor_type, actor_id, occurred_at, correlation_id, causation_id, data)
    values (${eventId}, ${type}, ${fact.customerId ?? null}, ${fact.contactId ?? null}, ${type.slice(0, type.indexOf("."))}, ${fact.subjectId}, ${fact.channel ?? null},
      ${stage === undefined ? definition.stage : stage}, ${ctx.actor.kind}, ${ctx.actor.id}, ${fact.occurredAt ?? ctx.now}, ${correlationId}, ${cause?.eventId ?? null}, ${json(data)}::jsonb)`.execute(
    tx,
  );
  for (const subscriber of reactionsTo(type)) {
    await sql`select graphile_worker.add_job('react', json_build_object('eventId', ${eventId}::text, 'subscriber', ${subscriber.name}::text), max_attempts := 12)`.execute(
      tx,
    );
  }
  await sql`select pg_notify('events', '')`.execute(tx);
  return { eventId, correlationId };
}

/** What led here: the event given, the event being reacted to, or the last fact about the subject or the one it grew out of. */
async function findCause(
  tx: Tx,
  ctx: Context,
  fact: { subjectId: string; follows?: string | undefined; causedBy?: string | undefined },
): Promise<Appended | undefined> {
  if (fact.causedBy) {
    const row = await tx.selectFrom("events").select(["id", "correlation_id"]).where("id", "=", fact.causedBy).executeTakeFirst();
    if (row) return { eventId: row.id, correlationId: row.correlation_id };
  }
  if (ctx.cause && !fact.follows) return ctx.cause;
  for (const subjectId of [fact.subjectId, fact.follows]) {
    if (!subjectId) continue;
    const last = await tx
      .selectFrom("events")
      .select(["id", "correlation_id"])
      .where("subject_id", "=", subjectId)
      .orderBy("position", "desc")
      .limit(1)
      .executeTakeFirst();
    if (last) return { eventId: last.id, correlationId: last.correlation_id };
  }
  return ctx.cause;
}

async function stageOfCause(tx: Tx, cause: Appended | undefined, otherwise: Stage | null): Promise<Stage | null> {
  if (!cause) return otherwise;
  const { stage } = await tx.selectFrom("events").select("stage").where("id", "=", cause.eventId).executeTakeFirstOrThrow();
  return stage as Stage | null;
}
