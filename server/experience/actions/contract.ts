import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Actions"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const status = z.enum(["open", "done", "cancelled"]);
const effect = z.object({
  kpi: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  nBefore: z.number(),
  nAfter: z.number(),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  pValue: z.number().nullable(),
  method: z.enum(["before_after", "difference_in_differences"]),
  verdict: z.enum(["better", "worse", "none", "too_few"]),
});
const plan = z.object({
  id,
  name: z.string(),
  reason: z.string(),
  stage: z.string(),
  kpi: z.string().nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  automatic: z.boolean(),
  status,
  dueAt: instant.nullable(),
  steps: z.array(z.object({ kind: z.string(), done: z.boolean(), note: z.string() })),
  outcome: z.string().nullable(),
  startedAt: instant,
  completedAt: instant.nullable(),
  effect: effect.nullable(),
});

export const actionsContract = {
  list: staff("read actions")
    .route({ method: "GET", path: "/actions", summary: "Corrective actions, newest first, with their measured effect", ...tag })
    .input(
      z.object({
        ...pageInput,
        status: status.optional(),
        kpi: text(60).optional(),
        stage: text(40).optional(),
        mine: z.boolean().optional(),
      }),
    )
    .output(pageOf(plan)),
  rules: staff("read actions")
    .route({ method: "GET", path: "/action-rules", summary: "What starts an action by itself", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            key: z.string(),
            name: bilingual,
            onKpi: z.string().nullable(),
            onEvent: z.string().nullable(),
            ownerRole: z.string(),
            dueHours: z.number(),
            measureKpi: z.string().nullable(),
            measureAfterDays: z.number(),
            active: z.boolean(),
          }),
        ),
      }),
    ),
  start: staff("work on actions")
    .route({ method: "POST", path: "/actions", summary: "Start an action on a figure", ...tag })
    .input(
      z.object({
        name: requiredText(160),
        reason: requiredText(300),
        stage: requiredText(40),
        kpi: text(60).optional(),
        segment: text(60).optional(),
        ownerId: id.optional(),
        dueAt: instant.optional(),
        measureAfterDays: z.number().int().min(1).max(365).default(30),
      }),
    )
    .output(ok),
  complete: staff("work on actions")
    .route({ method: "POST", path: "/actions/{actionId}/completion", summary: "The action is done: say what came of it", ...tag })
    .input(z.object({ actionId: id, outcome: requiredText(500) }))
    .output(ok),
  measure: staff("work on actions")
    .route({ method: "POST", path: "/actions/{actionId}/measurement", summary: "Measure the effect now", ...tag })
    .input(z.object({ actionId: id }))
    .output(z.object({ id, verdict: effect.shape.verdict })),
};
export type ActionEffect = z.infer<typeof effect>;
