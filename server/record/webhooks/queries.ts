import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { catalog, type EventType } from "#events/catalog.ts";
import { toEvent } from "#events/envelope.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { isSuccess, send } from "./deliver.ts";
import { webhookBody } from "./webhook-body.ts";

export async function listWebhooks(ctx: Context) {
  const rows = await reader(ctx).selectFrom("webhook_list").selectAll().orderBy("created_at").limit(200).execute();
  return { rows: rows.map(toEndpoint) };
}

export async function showWebhook(ctx: Context, input: { webhookId: string }) {
  return toEndpoint(
    found(
      await reader(ctx).selectFrom("webhook_list").selectAll().where("id", "=", input.webhookId).executeTakeFirst(),
      "webhook",
      input.webhookId,
    ),
  );
}

export async function listDeliveries(
  ctx: Context,
  input: {
    webhookId: string;
    cursor?: string | undefined;
    limit: number;
    status?: string | undefined;
    type?: string | undefined;
  },
) {
  await showWebhook(ctx, input);
  let query = reader(ctx)
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("endpoint_id", "=", input.webhookId)
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.type) query = query.where("event_type", "=", input.type);
  if (input.cursor) query = query.where("id", "<", String(decodeCursor(input.cursor, 1)[0]));
  const cut = page(await query.execute(), input.limit, (row) => [row.id]);
  return { rows: cut.rows.map(toDelivery), nextCursor: cut.nextCursor };
}

export async function showDelivery(ctx: Context, input: { deliveryId: string }) {
  const db = reader(ctx);
  const row = found(
    await db.selectFrom("webhook_deliveries").selectAll().where("id", "=", input.deliveryId).executeTakeFirst(),
    "delivery",
    input.deliveryId,
  );
  const [event, attempts] = await Promise.all([
    db.selectFrom("events").selectAll().where("id", "=", row.event_id).executeTakeFirstOrThrow(),
    db.selectFrom("webhook_attempts").selectAll().where("delivery_id", "=", row.id).orderBy("id", "desc").limit(50).execute(),
  ]);
  return {
    delivery: toDelivery(row),
    body: webhookBody(toEvent(event)),
    attempts: attempts.map((each) => ({
      id: each.id,
      at: each.at,
      tookMs: each.took_ms,
      responseStatus: each.response_status,
      responseBody: each.response_body,
      error: each.error,
    })),
  };
}

/** Sends a sample right now, outside the log, and says what came back. */
export async function tryWebhook(ctx: Context, input: { webhookId: string }) {
  const endpoint = found(
    await reader(ctx)
      .selectFrom("webhook_endpoints")
      .selectAll()
      .where("id", "=", input.webhookId)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
    "webhook",
    input.webhookId,
  );
  const body = JSON.stringify({ type: "webhook.tried", timestamp: new Date().toISOString(), data: { endpoint: endpoint.name } });
  const answer = await send(ctx.app, endpoint, { id: newId(), body });
  return {
    delivered: isSuccess(answer),
    responseStatus: answer.status,
    responseBody: answer.body,
    error: answer.error,
    tookMs: answer.tookMs,
  };
}

export async function listEventTypes(_ctx: Context) {
  return {
    rows: (Object.keys(catalog) as EventType[]).map((type) => ({
      type,
      stage: catalog[type].stage,
      en: catalog[type].en,
      fr: catalog[type].fr,
    })),
  };
}

const toEndpoint = (row: Selectable<DB["webhook_list"]>) => ({
  id: row.id!,
  name: row.name!,
  url: row.url!,
  types: row.types!,
  status: row.status as "active" | "paused" | "disabled",
  statusReason: row.status_reason,
  failingSince: row.failing_since,
  createdAt: row.created_at!,
  delivered: Number(row.delivered),
  waiting: Number(row.waiting),
  failed: Number(row.failed),
  lastDeliveredAt: row.last_delivered_at,
});

const toDelivery = (row: Selectable<DB["webhook_deliveries"]>) => ({
  id: row.id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  eventType: row.event_type,
  status: row.status as "pending" | "delivered" | "failed",
  attempts: row.attempts,
  nextAt: row.next_at,
  responseStatus: row.response_status,
  error: row.error,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
});
