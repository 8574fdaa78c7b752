import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { completeTask, lockTask, startTask } from "./task-moves.ts";

/** The parcel is with the carrier; the customer can follow it. */
export const dispatchShipment = (ctx: Context, input: { taskId: string; carrier: string; tracking: string }) =>
  write(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, input.taskId);
    refuseUnless(task.kind === "ship", "task.wrong_kind", { kind: task.kind });
    const known = await tx.selectFrom("shipments").select("id").where("task_id", "=", task.id).executeTakeFirst();
    if (known) return known;
    await startTask({ ...ctx, tx }, task.id);
    const id = newId();
    await tx
      .insertInto("shipments")
      .values({
        id,
        order_id: task.order_id,
        task_id: task.id,
        carrier: input.carrier,
        tracking: input.tracking,
        dispatched_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "shipment.dispatched", {
      subjectId: id,
      follows: task.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { orderId: task.order_id, itemIds: task.item_ids, carrier: input.carrier, tracking: input.tracking },
    });
    return { id };
  });

/** The parcel has arrived: what waited for the goods may begin. */
export const deliverShipment = (ctx: Context, input: { taskId: string; receivedBy: string }) =>
  write(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, input.taskId);
    const shipment = found(
      await tx.selectFrom("shipments").selectAll().where("task_id", "=", task.id).executeTakeFirst(),
      "shipment",
      input.taskId,
    );
    if (shipment.delivered_at) return { id: shipment.id };
    await tx
      .updateTable("shipments")
      .set({ delivered_at: ctx.now, received_by: input.receivedBy })
      .where("id", "=", shipment.id)
      .execute();
    await append(tx, ctx, "shipment.delivered", {
      subjectId: shipment.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { orderId: task.order_id, itemIds: task.item_ids, receivedBy: input.receivedBy },
    });
    await completeTask({ ...ctx, tx }, task.id);
    return { id: shipment.id };
  });
