import { z } from "zod";
import { id, instant, minor, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Actions"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const goodwillStatus = z.enum(["asked", "granted", "refused"]);
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
  /** Of the account, for what it may be given. */
  currency: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  automatic: z.boolean(),
  status,
  dueAt: instant.nullable(),
  steps: z.array(z.object({ kind: z.string(), done: z.boolean(), note: z.string() })),
  /** What the customer was given back; `mine`: the reader asked for it, so somebody else decides. */
  goodwill: z
    .object({
      amountMinor: minor,
      currency: z.string(),
      reason: z.string(),
      status: goodwillStatus,
      askedByName: z.string(),
      decidedByName: z.string().nullable(),
      mine: z.boolean(),
    })
    .nullable(),
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
  giveGoodwill: staff("work on actions")
    .route({
      method: "POST",
      path: "/actions/{actionId}/goodwill",
      summary: "Give the customer a net amount back on their next invoices; above the limit somebody else has to agree",
      ...tag,
    })
    .input(z.object({ actionId: id, amountMinor: minor.min(1n).max(1_000_000n), reason: requiredText(200) }))
    .output(z.object({ id, status: goodwillStatus })),
  decideGoodwill: staff("approve goodwill")
    .route({
      method: "POST",
      path: "/actions/{actionId}/goodwill/decision",
      summary: "Agree to goodwill above the limit, or not",
      ...tag,
    })
    .input(z.object({ actionId: id, agreed: z.boolean() }))
    .output(z.object({ id, status: goodwillStatus })),
  goodwillLimit: staff("read actions")
    .route({
      method: "GET",
      path: "/goodwill-limit",
      summary: "Up to which net amount goodwill needs nobody else's agreement",
      ...tag,
    })
    .output(z.object({ limitMinor: minor })),
  setGoodwillLimit: staff("approve goodwill")
    .route({ method: "PUT", path: "/goodwill-limit", summary: "Set the limit above which goodwill needs agreement", ...tag })
    .input(z.object({ limitMinor: minor.min(0n).max(1_000_000n) }))
    .output(z.object({ limitMinor: minor })),
  measure: staff("work on actions")
    .route({ method: "POST", path: "/actions/{actionId}/measurement", summary: "Measure the effect now", ...tag })
    .input(z.object({ actionId: id }))
    .output(z.object({ id, verdict: effect.shape.verdict })),
};
export type ActionEffect = z.infer<typeof effect>;
