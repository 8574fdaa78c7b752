import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Projection } from "#events/project.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { wants } from "./webhook-body.ts";

/**
 * Reads the log and notes what each endpoint is to be told. An endpoint hears of what happens after it was made; folding
 * the log again tells nobody anything twice.
 */
export const webhookDeliveries: Projection = {
  name: "webhooks/deliveries",
  async apply(tx, events) {
    const endpoints = await tx
      .selectFrom("webhook_endpoints")
      .select(["id", "types", "created_at"])
      .where("status", "<>", "disabled")
      .where("removed_at", "is", null)
      .execute();
    const wanted = (endpoint: (typeof endpoints)[number], event: RecordedEvent) =>
      wants(endpoint.types, event.type) && event.recordedAt >= endpoint.created_at;
    const rows = endpoints.flatMap((endpoint) =>
      events
        .filter((event) => wanted(endpoint, event))
        .map((event) => ({ id: newId(), endpoint_id: endpoint.id, event_id: event.id, event_type: event.type })),
    );
    if (rows.length === 0) return;
    await sql`
      with made as (
        insert into webhook_deliveries (id, endpoint_id, event_id, event_type, status)
        select r.id, r.endpoint_id, r.event_id, r.event_type, 'pending' from jsonb_to_recordset(${json(rows)}::jsonb) as r(id uuid, endpoint_id uuid, event_id uuid, event_type text)
        on conflict (endpoint_id, event_id) do nothing returning id)
      select graphile_worker.add_job('task', json_build_object('task', 'webhooks/post', 'input', json_build_object('deliveryId', id)), max_attempts := 3) from made`.execute(
      tx,
    );
  },
  async reset() {
    // what was told stays told
  },
};
