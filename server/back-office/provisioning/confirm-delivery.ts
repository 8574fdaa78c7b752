import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";

/** When the last task of an order is done, says once that everything is delivered and active. */
export const confirmDelivery = (ctx: Context, orderId: string) =>
  write(ctx, async (tx) => {
    const open = await tx
      .selectFrom("tasks")
      .select("id")
      .where("order_id", "=", orderId)
      .where("status", "not in", ["completed", "cancelled"])
      .limit(1)
      .executeTakeFirst();
    if (open) return;
    const first = await tx
      .insertInto("delivery_confirmations")
      .values({ order_id: orderId, confirmed_at: ctx.now })
      .onConflict((c) => c.doNothing())
      .returning("order_id")
      .executeTakeFirst();
    if (!first) return;
    const plan = await tx
      .selectFrom("order_plans")
      .select(["customer_id", "contact_id"])
      .where("order_id", "=", orderId)
      .executeTakeFirstOrThrow();
    await append(tx, ctx, "delivery.confirmed", {
      subjectId: orderId,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { orderId, confirmedAt: ctx.now },
    });
  });
