import { sql } from "kysely";
import { toEvent } from "#events/envelope.ts";
import type { App, Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { signWebhook } from "#platform/standard-webhooks.ts";
import { write } from "#platform/write.ts";
import { post, type PostAnswer } from "./post.ts";
import { disableAfterMs, retryAfter } from "./retry.ts";
import { type EndpointRow, secretsOf } from "./secrets.ts";
import { webhookBody } from "./webhook-body.ts";

/** Tells one endpoint of one event, notes the answer, and plans the next try. Network time is real time, whatever the demo clock says. */
export async function deliverWebhook(ctx: Context, deliveryId: string): Promise<void> {
  const { db } = ctx.app;
  const delivery = await db.selectFrom("webhook_deliveries").selectAll().where("id", "=", deliveryId).executeTakeFirst();
  if (!delivery || delivery.status === "delivered") return;
  const endpoint = await db
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("id", "=", delivery.endpoint_id)
    .executeTakeFirstOrThrow();
  if (endpoint.status !== "active" || endpoint.removed_at !== null) return; // waits; told when it is switched on again
  const event = toEvent(await db.selectFrom("events").selectAll().where("id", "=", delivery.event_id).executeTakeFirstOrThrow());
  const answer = await send(ctx.app, endpoint, { id: event.id, body: webhookBody(event) });
  const attempts = delivery.attempts + 1;
  await write(ctx, async (tx) => {
    await tx
      .insertInto("webhook_attempts")
      .values({
        id: newId(),
        delivery_id: deliveryId,
        at: new Date(),
        took_ms: answer.tookMs,
        response_status: answer.status,
        response_body: answer.body || null,
        error: answer.error,
      })
      .execute();
    if (isSuccess(answer)) await succeed(tx, deliveryId, endpoint.id, answer, attempts);
    else await fail(tx, deliveryId, endpoint, answer, attempts);
  });
}

/** Posts signed content to an endpoint, once. */
export async function send(app: App, endpoint: EndpointRow, message: { id: string; body: string }): Promise<PostAnswer> {
  const headers = signWebhook(secretsOf(app, endpoint), { id: message.id, sentAt: new Date(), body: message.body });
  return post(endpoint.url, message.body, { ...headers }, { allowPrivate: app.config.demo });
}

export const isSuccess = (answer: PostAnswer): boolean => answer.status !== null && answer.status >= 200 && answer.status < 300;

async function succeed(tx: Tx, deliveryId: string, endpointId: string, answer: PostAnswer, attempts: number): Promise<void> {
  await tx
    .updateTable("webhook_deliveries")
    .set({ status: "delivered", attempts, next_at: null, response_status: answer.status, error: null, delivered_at: new Date() })
    .where("id", "=", deliveryId)
    .execute();
  await tx
    .updateTable("webhook_endpoints")
    .set({ failing_since: null })
    .where("id", "=", endpointId)
    .where("failing_since", "is not", null)
    .execute();
}

async function fail(tx: Tx, deliveryId: string, endpoint: EndpointRow, answer: PostAnswer, attempts: number): Promise<void> {
  const now = Date.now();
  const seconds = answer.status === 410 ? null : retryAfter(attempts, answer.retryAfterSeconds);
  const error = answer.error ?? `answered ${answer.status}`;
  const nextAt = seconds === null ? null : new Date(now + seconds * 1000);
  await tx
    .updateTable("webhook_deliveries")
    .set({ status: nextAt ? "pending" : "failed", attempts, next_at: nextAt, response_status: answer.status, error })
    .where("id", "=", deliveryId)
    .execute();
  const since = endpoint.failing_since ?? new Date(now);
  const gone = answer.status === 410;
  if (gone || now - since.getTime() > disableAfterMs)
    return disable(tx, endpoint, gone ? "the receiver answered 410 Gone" : `nothing was accepted since ${since.toISOString()}`);
  await sql`update webhook_endpoints set failing_since = coalesce(failing_since, ${since}) where id = ${endpoint.id}`.execute(tx);
  if (nextAt) await enqueue(tx, "webhooks/post", { deliveryId }, { runAt: nextAt, maxAttempts: 3 });
}

async function disable(tx: Tx, endpoint: EndpointRow, reason: string): Promise<void> {
  await tx
    .updateTable("webhook_endpoints")
    .set({ status: "disabled", status_reason: reason, failing_since: endpoint.failing_since ?? new Date() })
    .where("id", "=", endpoint.id)
    .execute();
  await enqueue(tx, "messaging/send-to-staff", {
    staffId: endpoint.created_by,
    template: "webhooks.disabled",
    data: { endpoint: endpoint.name, url: endpoint.url, reason },
  });
}
