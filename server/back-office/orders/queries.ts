import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { decodeCursor, page } from "#platform/page.ts";
import type { OrderStatus } from "./order.ts";

const toRow = (row: Selectable<DB["order_list"]>) => ({
  id: row.id!,
  number: row.number!,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  status: row.status as OrderStatus,
  currency: row.currency!,
  netMinor: row.net_minor!,
  totalMinor: row.total_minor!,
  promisedOn: row.promised_on,
  expectedOn: row.expected_on,
  atRisk: row.at_risk!,
  placedAt: row.placed_at!,
  completedAt: row.completed_at,
});

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  status?: OrderStatus | undefined;
  customerId?: string | undefined;
  atRisk?: boolean | undefined;
}

export async function listOrders(ctx: Context, input: ListInput) {
  let query = reader(ctx)
    .selectFrom("order_list")
    .selectAll()
    .orderBy("placed_at", "desc")
    .orderBy("id", "desc")
    .limit(input.limit + 1);
  if (input.status) query = query.where("status", "=", input.status);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  if (input.atRisk) query = query.where("at_risk", "=", true);
  if (input.search) query = query.where(sql<boolean>`(number || ' ' || customer_name) ilike ${`%${input.search}%`}`);
  if (input.cursor) {
    const [placedAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(placed_at, id) < (${placedAt}::timestamptz, ${id}::uuid)`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.placed_at, row.id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showOrder(ctx: Context, input: { orderId: string }) {
  const db = reader(ctx);
  let query = db.selectFrom("order_list").selectAll().where("id", "=", input.orderId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  const row = found(await query.executeTakeFirst(), "order", input.orderId);
  const [items, returns] = await Promise.all([
    db.selectFrom("order_items").selectAll().where("order_id", "=", input.orderId).orderBy("position").execute(),
    db.selectFrom("order_returns").selectAll().where("order_id", "=", input.orderId).orderBy("requested_at").execute(),
  ]);
  return {
    ...toRow(row),
    quoteId: row.quote_id,
    opportunityId: row.opportunity_id,
    deliveryAddress: row.delivery_address as { line1: string; postcode: string; city: string; country: string },
    cancelReason: row.cancel_reason,
    items: items.map((item) => ({ id: item.id, action: item.action, status: item.status, line: item.line as SoldLine })),
    returns: returns.map((asked) => ({ id: asked.id, itemId: asked.item_id, status: asked.status, reason: asked.reason })),
  };
}

/** The customer's own; someone without an account has none. */
export async function myOrders(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listOrders(ctx, { ...input, customerId }) : { rows: [], nextCursor: null };
}
