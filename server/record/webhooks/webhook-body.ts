import { json } from "#platform/database.ts";
import type { RecordedEvent } from "#events/envelope.ts";

/** What a receiver gets, in the shape of Standard Webhooks: type, timestamp, data. The same event gives the same bytes, however often it is sent. */
export const webhookBody = (event: RecordedEvent): string =>
  json({
    type: event.type,
    timestamp: event.occurredAt.toISOString(),
    data: {
      id: event.id,
      customerId: event.customerId,
      contactId: event.contactId,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      stage: event.stage,
      channel: event.channel,
      correlationId: event.correlationId,
      causationId: event.causationId,
      facts: event.data,
    },
  });

/** "invoice.*" takes every event about an invoice; no type at all takes every event. */
export const wants = (types: readonly string[], type: string): boolean =>
  types.length === 0 ||
  types.some((wanted) => wanted === type || (wanted.endsWith(".*") && type.startsWith(wanted.slice(0, -1))));
