import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** Plans the deliveries of a query anew: attempts start from one, the event keeps its id, so receivers that have it drop it. */
const planAgain = (tx: Tx, condition: ReturnType<typeof sql>) =>
  sql<{ n: bigint }>`
  with again as (
    update webhook_deliveries d set status = 'pending', attempts = 0, next_at = null, error = null where ${condition} returning d.id),
  planned as (select graphile_worker.add_job('task', json_build_object('task', 'webhooks/post', 'input', json_build_object('deliveryId', id)), max_attempts := 3) from again)
  select count(*) as n from planned`.execute(tx);

/** Sends one event to an endpoint again. */
export const replayDelivery = (ctx: Context, input: { deliveryId: string }) =>
  write(ctx, async (tx) => {
    const row = await tx.selectFrom("webhook_deliveries").select("id").where("id", "=", input.deliveryId).executeTakeFirst();
    found(row, "delivery", input.deliveryId);
    await planAgain(tx, sql`d.id = ${input.deliveryId}`);
    return { id: input.deliveryId };
  });

/** Sends everything since an instant again, or only what was never accepted. */
export const replaySince = (ctx: Context, input: { webhookId: string; since: Date; onlyFailed: boolean }) =>
  write(ctx, async (tx) => {
    const row = await tx
      .selectFrom("webhook_endpoints")
      .select("id")
      .where("id", "=", input.webhookId)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    found(row, "webhook", input.webhookId);
    const { rows } = await planAgain(
      tx,
      sql`d.endpoint_id = ${input.webhookId} and d.created_at >= ${input.since} ${input.onlyFailed ? sql`and d.status <> 'delivered'` : sql``}`,
    );
    return { deliveries: Number(rows[0]!.n) };
  });

/** What waited while an endpoint was paused or off. */
export const resume = (tx: Tx, webhookId: string) => planAgain(tx, sql`d.endpoint_id = ${webhookId} and d.status <> 'delivered'`);
