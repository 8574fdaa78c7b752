import { append } from "#events/append.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { lockOrder } from "./lock-order.ts";

const returnable = new Set(["delivered", "installed", "active"]);

/** The customer asks to send a product back. */
export const requestReturn = (ctx: Context, input: { orderId: string; itemId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.orderId);
    const item = found(
      await tx
        .selectFrom("order_items")
        .selectAll()
        .where("id", "=", input.itemId)
        .where("order_id", "=", order.id)
        .executeTakeFirst(),
      "order item",
      input.itemId,
    );
    refuseUnless((item.line as SoldLine).kind === "product" && returnable.has(item.status), "order.not_returnable", {
      status: item.status,
    });
    const id = newId();
    await tx
      .insertInto("order_returns")
      .values({ id, order_id: order.id, item_id: item.id, status: "requested", reason: input.reason, requested_at: ctx.now })
      .execute();
    await append(tx, ctx, "return.requested", {
      subjectId: id,
      follows: order.id,
      customerId: order.customer_id,
      contactId: order.contact_id,
      data: { orderId: order.id, itemId: item.id, reason: input.reason },
    });
    return { id };
  });

/** The warehouse has it back; billing credits it from this fact. */
export const receiveReturn = (ctx: Context, input: { orderId: string; returnId: string; condition: string }) =>
  write(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.orderId);
    const asked = found(
      await tx
        .selectFrom("order_returns")
        .selectAll()
        .where("id", "=", input.returnId)
        .where("order_id", "=", order.id)
        .forUpdate()
        .executeTakeFirst(),
      "return",
      input.returnId,
    );
    if (asked.status === "received") return { id: asked.id };
    await tx
      .updateTable("order_returns")
      .set({ status: "received", condition: input.condition, received_at: ctx.now })
      .where("id", "=", asked.id)
      .execute();
    await tx.updateTable("order_items").set({ status: "returned" }).where("id", "=", asked.item_id).execute();
    await append(tx, ctx, "return.received", {
      subjectId: asked.id,
      customerId: order.customer_id,
      data: { orderId: order.id, itemId: asked.item_id, condition: input.condition },
    });
    return { id: asked.id };
  });
