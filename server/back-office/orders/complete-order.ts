import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { lockOrder } from "./lock-order.ts";
import { canMove, type OrderStatus } from "./order.ts";

/** Everything is delivered and active: the order is done, in time or not. */
export const completeOrder = (ctx: Context, orderId: string) =>
  write(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, orderId);
    if (!canMove(order.status as OrderStatus, "completed")) return { id: order.id };
    const onTime = order.promised_on === null || ctx.now.toISOString().slice(0, 10) <= order.promised_on;
    await tx.updateTable("orders").set({ status: "completed", completed_at: ctx.now }).where("id", "=", order.id).execute();
    await append(tx, ctx, "order.completed", {
      subjectId: order.id,
      customerId: order.customer_id,
      contactId: order.contact_id,
      data: { number: order.number, onTime, promisedFor: order.promised_on },
    });
    return { id: order.id };
  });
