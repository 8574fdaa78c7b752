import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { SubscriptionStatus } from "./subscription.ts";

const toRow = (row: Selectable<DB["subscription_list"]>) => ({
  id: row.id!,
  number: row.number!,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  orderId: row.order_id!,
  name: row.name!,
  sku: row.sku!,
  status: row.status as SubscriptionStatus,
  currency: row.currency!,
  quantity: row.quantity!,
  everyMonths: row.every_months!,
  periodNetMinor: row.period_net_minor!,
  monthlyMinor: row.monthly_minor!,
  startsOn: row.starts_on!,
  termEndsOn: row.term_ends_on,
  renews: row.renews!,
  endsOn: row.ends_on,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: SubscriptionStatus | undefined;
  customerId?: string | undefined;
}

export async function listSubscriptions(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("subscription_list")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.search)
    query = query.where(sql<boolean>`(number || ' ' || name || ' ' || customer_name) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const cut = page(rows, input.limit, (row) => [row.created_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

/** One subscription with everything that was ever agreed on it. Customers see their own. */
export async function showSubscription(ctx: Context, input: { subscriptionId: string }) {
  const db = reader(ctx);
  let query = db.selectFrom("subscription_list").selectAll().where("id", "=", input.subscriptionId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  const row = found(await query.executeTakeFirst(), "subscription", input.subscriptionId);
  const items = await db
    .selectFrom("subscription_items")
    .selectAll()
    .where("subscription_id", "=", row.id!)
    .orderBy("kind")
    .execute();
  const versions = await db
    .selectFrom("subscription_item_versions")
    .selectAll()
    .where(
      "item_id",
      "in",
      items.map((item) => item.id),
    )
    .orderBy("valid_from")
    .orderBy("recorded_at")
    .execute();
  return {
    ...toRow(row),
    endReason: row.end_reason,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind as "recurring" | "usage",
      name: item.name,
      meter: item.meter,
      unit: item.unit,
      versions: versions
        .filter((version) => version.item_id === item.id)
        .map((version) => ({
          id: version.id,
          validFrom: version.valid_from,
          validTo: version.valid_to,
          quantity: version.quantity,
          periodNetMinor: version.period_net_minor,
          model: version.model,
          reason: version.reason,
        })),
    })),
  };
}

/** The customer's own; someone without an account has none. */
export async function mySubscriptions(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listSubscriptions(ctx, { ...input, customerId }) : { rows: [], nextCursor: null };
}
