import type { client } from "../../api/client.ts";
import type { T } from "../../i18n/use-t.ts";
import type { TrackStep } from "../../ui/order-tracker.tsx";

export type MyPlan = Awaited<ReturnType<typeof client.fulfillment.myPlan>>;
export type MyVisit = Awaited<ReturnType<typeof client.appointments.myAppointment>>;
type Task = MyPlan["tasks"][number];

/** A plan in the customer's words: each task one step, with the visit's own moments, and the end of it all. */
export function trackSteps(order: { placedAt: string; status: string }, plan: MyPlan, visit: MyVisit, t: T): TrackStep[] {
  const steps: TrackStep[] = [{ id: "placed", name: t("track.placed"), state: "done", at: order.placedAt }];
  for (const task of plan.tasks) {
    if (task.status === "cancelled") continue;
    const note = noteOf(task, visit, t);
    steps.push({
      id: task.id,
      name: t(`track.${task.kind}`, { name: task.name }),
      state: stateOf(task),
      at: task.completedAt ?? (task.kind === "install" && visit ? visit.startsAt : task.expectedAt.slice(0, 10)),
      ...(note && { note }),
    });
  }
  steps.push({
    id: "ready",
    name: t("track.ready"),
    state: order.status === "completed" ? "done" : "next",
    at: order.status === "completed" ? null : plan.promisedOn,
  });
  return steps;
}

/** A failure is ours to put right, not the customer's to read: they see that it is late. */
function stateOf(task: Task): TrackStep["state"] {
  if (task.status === "completed") return "done";
  if (task.status === "failed" || task.late) return "late";
  return task.status === "started" || task.status === "ready" ? "current" : "next";
}

function noteOf(task: Task, visit: MyVisit, t: T): string | undefined {
  if (task.kind !== "install" || task.status === "completed") return undefined;
  return visit ? t(`visit.${visit.status}`, { name: visit.technicianName }) : t("visit.none");
}
