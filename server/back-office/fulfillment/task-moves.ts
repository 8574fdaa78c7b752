import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { startReadyProvisioning } from "./make-plan.ts";

/** The task and its plan, held until the transaction ends. */
export async function lockTask(tx: Tx, taskId: string) {
  const task = found(
    await tx.selectFrom("tasks").selectAll().where("id", "=", taskId).forUpdate().executeTakeFirst(),
    "task",
    taskId,
  );
  const plan = await tx.selectFrom("order_plans").selectAll().where("order_id", "=", task.order_id).executeTakeFirstOrThrow();
  return { task, plan };
}

/** A task begins. Asking again changes nothing. */
export const startTask = (ctx: Context, taskId: string) =>
  write(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, taskId);
    if (task.status === "started" || task.status === "completed") return { id: task.id };
    refuseUnless(task.status === "ready", "task.not_ready", { status: task.status });
    await tx
      .updateTable("tasks")
      .set({ status: "started", started_at: ctx.now, attempts: task.attempts + 1 })
      .where("id", "=", task.id)
      .execute();
    await append(tx, ctx, "task.started", {
      subjectId: task.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      follows: task.order_id,
      data: { orderId: task.order_id, kind: task.kind, name: task.name, itemId: task.item_ids[0] ?? null },
    });
    return { id: task.id };
  });

/** A task is done: what waited only for it becomes ready. Done is done, even when the plan thought it had to wait (a technician who brought the router). */
export const completeTask = (ctx: Context, taskId: string) =>
  write(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, taskId);
    if (task.status === "completed") return { id: task.id };
    refuseUnless(["waiting", "ready", "started"].includes(task.status), "task.not_ready", { status: task.status });
    await tx
      .updateTable("tasks")
      .set({ status: "completed", completed_at: ctx.now, expected_at: ctx.now, started_at: task.started_at ?? ctx.now })
      .where("id", "=", task.id)
      .execute();
    await append(tx, ctx, "task.completed", {
      subjectId: task.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: {
        orderId: task.order_id,
        kind: task.kind,
        name: task.name,
        itemId: task.item_ids[0] ?? null,
        onTime: ctx.now <= task.due_at,
      },
    });
    await releaseNext(tx, task.order_id);
    await startReadyProvisioning({ ...ctx, tx }, task.order_id);
    return { id: task.id };
  });

async function releaseNext(tx: Tx, orderId: string): Promise<void> {
  const tasks = await tx
    .selectFrom("tasks")
    .select(["id", "status", "depends_on"])
    .where("order_id", "=", orderId)
    .forUpdate()
    .execute();
  const done = new Set(tasks.filter((task) => task.status === "completed").map((task) => task.id));
  const ready = tasks
    .filter((task) => task.status === "waiting" && task.depends_on.every((id) => done.has(id)))
    .map((task) => task.id);
  if (ready.length > 0) await tx.updateTable("tasks").set({ status: "ready" }).where("id", "in", ready).execute();
  if (done.size === tasks.length)
    await tx.updateTable("order_plans").set({ closed_at: new Date() }).where("order_id", "=", orderId).execute();
}

/** A task cannot go on: it joins the fallout queue, where someone mends the cause and tries again. */
export const failTask = (ctx: Context, input: { taskId: string; reason: string }) =>
  write(ctx, async (tx) => {
    const { task, plan } = await lockTask(tx, input.taskId);
    refuseUnless(task.status === "ready" || task.status === "started", "task.not_ready", { status: task.status });
    await tx.updateTable("tasks").set({ status: "failed", failure: input.reason }).where("id", "=", task.id).execute();
    await append(tx, ctx, "task.failed", {
      subjectId: task.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      follows: task.order_id,
      data: { orderId: task.order_id, kind: task.kind, name: task.name, reason: input.reason },
    });
    return { id: task.id };
  });

export const retryTask = (ctx: Context, input: { taskId: string }) =>
  write(ctx, async (tx) => {
    const { task } = await lockTask(tx, input.taskId);
    refuseUnless(task.status === "failed", "task.not_failed", { status: task.status });
    await tx.updateTable("tasks").set({ status: "ready", failure: null }).where("id", "=", task.id).execute();
    await startReadyProvisioning({ ...ctx, tx }, task.order_id);
    return { id: task.id };
  });

/** The order was cancelled: what has not begun will not. */
export const cancelTasks = (ctx: Context, orderId: string) =>
  write(ctx, async (tx) => {
    await tx
      .updateTable("tasks")
      .set({ status: "cancelled" })
      .where("order_id", "=", orderId)
      .where("status", "in", ["waiting", "ready", "failed"])
      .execute();
    await tx.updateTable("order_plans").set({ closed_at: ctx.now }).where("order_id", "=", orderId).execute();
  });
