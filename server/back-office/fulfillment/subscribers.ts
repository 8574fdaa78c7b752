import type { Subscriber } from "#events/reactions.ts";
import { makePlan } from "./make-plan.ts";
import { cancelTasks, completeTask, startTask } from "./task-moves.ts";
import { watchPromise } from "./watch-promise.ts";

export const fulfillmentSubscribers: readonly Subscriber[] = [
  { name: "fulfillment/plan", to: ["order.placed"], react: (ctx, event) => makePlan(ctx, event) },
  { name: "fulfillment/cancel", to: ["order.cancelled"], react: (ctx, event) => cancelTasks(ctx, event.subjectId) },
  {
    name: "fulfillment/follow-appointment",
    to: ["appointment.booked", "appointment.rescheduled"],
    async react(ctx, event) {
      const { orderId, endsAt } = event.data as { orderId: string; endsAt: string };
      await ctx
        .tx!.updateTable("tasks")
        .set({ expected_at: new Date(endsAt) })
        .where("order_id", "=", orderId)
        .where("kind", "=", "install")
        .where("status", "<>", "completed")
        .execute();
      await watchPromise(ctx, orderId);
    },
  },
  {
    name: "fulfillment/technician-arrived",
    to: ["technician.arrived"],
    react: (ctx, event) => eachInstall(ctx, event.data.orderId as string, (id) => startTask(ctx, id)),
  },
  {
    name: "fulfillment/installed",
    to: ["installation.confirmed"],
    react: (ctx, event) => completeTask(ctx, event.data.taskId as string).then(() => {}),
  },
  {
    name: "fulfillment/provisioned",
    to: ["service.provisioned"],
    react: (ctx, event) => completeTask(ctx, event.data.taskId as string).then(() => {}),
  },
];

async function eachInstall(
  ctx: Parameters<Subscriber["react"]>[0],
  orderId: string,
  work: (taskId: string) => Promise<unknown>,
): Promise<void> {
  const ready = await ctx
    .tx!.selectFrom("tasks")
    .select("id")
    .where("order_id", "=", orderId)
    .where("kind", "=", "install")
    .where("status", "=", "ready")
    .execute();
  for (const task of ready) await work(task.id);
}
