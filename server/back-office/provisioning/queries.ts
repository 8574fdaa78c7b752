import { type Context, reader } from "#platform/context.ts";

export async function listServices(ctx: Context, input: { customerId: string }) {
  const rows = await reader(ctx)
    .selectFrom("installed_services")
    .selectAll()
    .where("customer_id", "=", input.customerId)
    .orderBy("activated_at", "desc")
    .limit(500)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      orderId: row.order_id,
      itemId: row.item_id,
      service: row.service,
      sku: row.sku,
      identifier: row.identifier,
      status: row.status as "active" | "suspended" | "stopped",
      activatedAt: row.activated_at,
    })),
  };
}

export async function myServices(ctx: Context) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  return customerId ? listServices(ctx, { customerId }) : { rows: [] };
}
