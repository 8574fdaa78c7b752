import { append } from "#events/append.ts";
import type { RecordedEvent } from "#events/envelope.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { planOrder } from "./plan.ts";

/** Takes an order apart into tasks and promises a date. Once per order. */
export const makePlan = (ctx: Context, order: RecordedEvent) =>
  write(ctx, async (tx) => {
    const { number, items } = order.data as { number: string; items: (SoldLine & { itemId: string })[] };
    const { tasks, promisedFor } = planOrder(items, order.occurredAt, await businessCalendar(ctx));
    const ids = tasks.map(() => newId());
    await tx
      .insertInto("order_plans")
      .values({
        order_id: order.subjectId,
        customer_id: order.customerId!,
        contact_id: order.contactId,
        order_number: number,
        placed_at: order.occurredAt,
        promised_on: promisedFor,
        expected_on: promisedFor,
      })
      .execute();
    for (const [position, task] of tasks.entries()) {
      await tx
        .insertInto("tasks")
        .values({
          id: ids[position]!,
          order_id: order.subjectId,
          position,
          kind: task.kind,
          item_ids: task.itemIds,
          name: task.name,
          depends_on: task.dependsOn.map((dependency) => ids[dependency]!),
          status: task.dependsOn.length === 0 ? "ready" : "waiting",
          due_at: task.dueAt,
          jeopardy_at: task.jeopardyAt,
          expected_at: task.dueAt,
          duration_ms: BigInt(task.durationMs),
          no_return: task.kind !== "provision",
          compensation: task.kind === "ship" ? "return" : task.kind === "provision" ? "deactivate" : null,
        })
        .execute();
    }
    await append(tx, ctx, "order.planned", {
      subjectId: order.subjectId,
      customerId: order.customerId,
      contactId: order.contactId,
      data: {
        promisedFor,
        tasks: tasks.map((task, position) => ({
          taskId: ids[position]!,
          kind: task.kind,
          itemId: task.itemIds[0] ?? null,
          dependsOn: task.dependsOn.map((dependency) => ids[dependency]!),
          dueAt: task.dueAt,
        })),
      },
    });
    await startReadyProvisioning(ctx, order.subjectId);
  });

/** Switching a service on needs nobody: it starts by itself as soon as nothing holds it back. */
export async function startReadyProvisioning(ctx: Context, orderId: string): Promise<void> {
  await write(ctx, async (tx) => {
    const plan = await tx.selectFrom("order_plans").selectAll().where("order_id", "=", orderId).executeTakeFirstOrThrow();
    const ready = await tx
      .selectFrom("tasks")
      .selectAll()
      .where("order_id", "=", orderId)
      .where("kind", "=", "provision")
      .where("status", "=", "ready")
      .execute();
    for (const task of ready) {
      await tx
        .updateTable("tasks")
        .set({ status: "started", started_at: ctx.now, attempts: task.attempts + 1 })
        .where("id", "=", task.id)
        .execute();
      await append(tx, ctx, "task.started", {
        subjectId: task.id,
        follows: orderId,
        customerId: plan.customer_id,
        contactId: plan.contact_id,
        data: { orderId, kind: task.kind, name: task.name, itemId: task.item_ids[0] ?? null },
      });
    }
  });
}
