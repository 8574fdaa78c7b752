import { sql } from "kysely";
import type { App, Context } from "#platform/context.ts";
import { toEvent } from "./envelope.ts";
import { subscriberNamed } from "./reactions.ts";

/**
 * Runs one reaction to one event. The row in `event_reactions` and the effect commit together: whatever is killed and
 * retried, the effect happens once. Throws what the reaction throws, so that the queue tries again later.
 */
export async function react(app: App, eventId: string, subscriberName: string): Promise<void> {
  const subscriber = subscriberNamed(subscriberName);
  if (!subscriber) return; // the module that reacted was removed
  await app.db.transaction().execute(async (tx) => {
    const claimed =
      await sql`insert into event_reactions (event_id, subscriber) values (${eventId}, ${subscriberName}) on conflict do nothing returning event_id`.execute(
        tx,
      );
    if (claimed.rows.length === 0) return;
    const row = await tx.selectFrom("events").selectAll().where("id", "=", eventId).executeTakeFirstOrThrow();
    const event = toEvent(row);
    const ctx: Context = {
      app,
      actor: { kind: "system", id: subscriberName },
      now: app.clock.now(),
      locale: "en",
      requestId: `react:${eventId}`,
      cause: { eventId: event.id, correlationId: event.correlationId },
      tx,
    };
    await subscriber.react(ctx, event);
  });
}
