import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { defaultCalendar } from "#record/organisation/legal-entity.ts";
import { forecast, localDay } from "./plan.ts";

/**
 * Looks ahead on one order: when the day it will really be done passes the promised one, says so before it happens,
 * once per new expected day.
 */
export const watchPromise = (ctx: Context, orderId: string) =>
  write(ctx, async (tx) => {
    const plan = await tx
      .selectFrom("order_plans")
      .selectAll()
      .where("order_id", "=", orderId)
      .where("closed_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!plan) return;
    const tasks = await tx
      .selectFrom("tasks")
      .selectAll()
      .where("order_id", "=", orderId)
      .where("status", "<>", "cancelled")
      .execute();
    const appointments = new Map(
      tasks
        .filter((task) => task.kind === "install" && task.expected_at > task.due_at)
        .map((task) => [task.id, task.expected_at]),
    );
    const expected = forecast(
      tasks.map((task) => ({
        id: task.id,
        dependsOn: task.depends_on,
        status: task.status,
        durationMs: Number(task.duration_ms),
        startedAt: task.started_at,
        fixedAt: appointments.get(task.id) ?? null,
        completedAt: task.completed_at,
      })),
      plan.placed_at,
      ctx.now,
    );
    const { time_zone: timeZone } = await defaultCalendar({ ...ctx, tx });
    let latest: { at: Date; taskId: string } | undefined;
    for (const [taskId, at] of expected) if (!latest || at > latest.at) latest = { at, taskId };
    if (!latest) return;
    const expectedFor = localDay(latest.at, timeZone);
    if (expectedFor <= plan.promised_on || expectedFor === plan.expected_on) return;
    const slow =
      tasks.find((task) => task.status !== "completed" && expected.get(task.id)! > task.due_at) ??
      tasks.find((task) => task.id === latest.taskId)!;
    const reason = slow.status === "failed" ? `${slow.name}: ${slow.failure}` : slow.name;
    await tx
      .updateTable("order_plans")
      .set({ expected_on: expectedFor, jeopardy: reason })
      .where("order_id", "=", orderId)
      .execute();
    await append(tx, ctx, "order.jeopardised", {
      subjectId: orderId,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { promisedFor: plan.promised_on, expectedFor, reason, taskId: slow.id },
    });
  });

/** Promises another day. The first promise stays in the facts: keeping the second does not count as keeping the first. */
export const movePromise = (ctx: Context, input: { orderId: string; to: string; reason: string }) =>
  write(ctx, async (tx) => {
    const plan = found(
      await tx.selectFrom("order_plans").selectAll().where("order_id", "=", input.orderId).forUpdate().executeTakeFirst(),
      "plan",
      input.orderId,
    );
    refuseUnless(plan.closed_at === null, "plan.closed");
    refuseUnless(input.to >= ctx.now.toISOString().slice(0, 10), "promise.in_the_past", { to: input.to });
    if (plan.promised_on === input.to) return { id: plan.order_id };
    await tx
      .updateTable("order_plans")
      .set({ promised_on: input.to, expected_on: input.to, jeopardy: null })
      .where("order_id", "=", plan.order_id)
      .execute();
    await append(tx, ctx, "order.promise_moved", {
      subjectId: plan.order_id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { from: plan.promised_on, to: input.to, reason: input.reason },
    });
    return { id: plan.order_id };
  });
