import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { lockOrder } from "./lock-order.ts";
import { canMove, isOpen, type OrderStatus } from "./order.ts";

/** Cancels a whole order. Refused once anything has left: then it is a return. */
export const cancelOrder = (ctx: Context, input: { orderId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.orderId);
    if (order.status === "cancelled") return { id: order.id };
    refuseUnless(canMove(order.status as OrderStatus, "cancelled"), "order.finished", { status: order.status });
    const items = await tx.selectFrom("order_items").select("status").where("order_id", "=", order.id).execute();
    refuseUnless(
      items.every((item) => isOpen(item.status)),
      "order.item_left",
      { status: "shipped" },
    );
    await tx
      .updateTable("orders")
      .set({ status: "cancelled", cancelled_at: ctx.now, cancel_reason: input.reason })
      .where("id", "=", order.id)
      .execute();
    await tx.updateTable("order_items").set({ status: "cancelled" }).where("order_id", "=", order.id).execute();
    await append(tx, ctx, "order.cancelled", {
      subjectId: order.id,
      customerId: order.customer_id,
      contactId: order.contact_id,
      data: { number: order.number, reason: input.reason },
    });
    return { id: order.id };
  });
