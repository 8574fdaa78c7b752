import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff } from "#platform/contract.ts";

const tag = { tags: ["Playbooks"] };
const bilingual = z.object({ en: requiredText(200), fr: requiredText(200) });
const step = z.object({ name: bilingual, dueDays: z.number().int().min(0).max(90) });
const playbook = z.object({
  id,
  key: z.string(),
  name: bilingual,
  triggerEvent: z.string(),
  ownerRole: z.string(),
  steps: z.array(step),
  active: z.boolean(),
});
const task = z.object({ id, name: bilingual, dueAt: instant, doneAt: instant.nullable(), late: z.boolean() });
const run = z.object({
  id,
  playbook: bilingual,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  reason: z.string(),
  ownerName: z.string().nullable(),
  status: z.enum(["open", "done"]),
  startedAt: instant,
  completedAt: instant.nullable(),
  tasks: z.array(task),
});

export const playbooksContract = {
  list: staff("read playbooks")
    .route({ method: "GET", path: "/playbooks", summary: "What to do when", ...tag })
    .output(z.object({ rows: z.array(playbook) })),
  change: staff("change playbooks")
    .route({
      method: "PUT",
      path: "/playbooks/{playbookId}",
      summary: "Change the steps of a playbook, or switch it off; runs under way keep theirs",
      ...tag,
    })
    .input(z.object({ playbookId: id, name: bilingual, steps: z.array(step).min(1).max(20), active: z.boolean() }))
    .output(ok),
  runs: staff("read playbooks")
    .route({ method: "GET", path: "/playbook-runs", summary: "Playbooks under way, newest first", ...tag })
    .input(z.object({ ...pageInput, status: z.enum(["open", "done"]).optional(), customerId: id.optional() }))
    .output(pageOf(run)),
  start: staff("work on playbooks")
    .route({ method: "POST", path: "/playbooks/{playbookId}/runs", summary: "Start a playbook for a customer", ...tag })
    .input(z.object({ playbookId: id, customerId: id, reason: requiredText(200) }))
    .output(ok),
  completeTask: staff("work on playbooks")
    .route({ method: "POST", path: "/playbook-tasks/{taskId}/completion", summary: "Tick off a step", ...tag })
    .input(z.object({ taskId: id }))
    .output(ok),
};
