import { z } from "zod";
import { day, id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Journeys"] };
const bilingual = z.object({ en: requiredText(120), fr: requiredText(120) });
const slug = text(60);
const period = {
  from: instant.optional(),
  to: instant.optional(),
  /** When `from` is not given: this many days up to `to`. */
  days: z.number().int().min(1).max(3_660).default(365),
  segment: text(60).optional(),
};
/** What to ask GET /events for, to see the events behind a figure. */
const filter = z.object({
  types: z.array(z.string()).optional(),
  stage: z.string().optional(),
  /** Empty: of no channel. */
  channel: z.string().optional(),
  ids: z.array(id).optional(),
  segment: z.string().optional(),
  from: instant,
  to: instant,
});
const mapStage = z.object({
  key: z.string(),
  name: bilingual,
  expects: z.object({ en: z.string(), fr: z.string() }),
  customers: z.number(),
  /** Of the customers who lived the previous stage in the period, the share who came to this one afterwards, 0 to 1; null for the first or after an empty one. */
  share: z.number().nullable(),
  /** How many lived the previous stage: what `share` is a share of. */
  shareOf: z.number(),
  standingNow: z.number(),
  medianHours: z.number().nullable(),
  meanHours: z.number().nullable(),
  filter,
  touchpoints: z.array(z.object({ type: z.string(), channel: z.string(), count: z.number(), filter })),
  emotion: z.object({
    value: z.number().nullable(),
    n: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    filter,
  }),
  kpis: z.array(
    z.object({
      key: z.string(),
      name: bilingual,
      unit: z.string(),
      value: z.number().nullable(),
      target: z.number(),
      better: z.enum(["higher", "lower"]),
      state: z.enum(["unknown", "met", "missed"]),
      n: z.number(),
      /** A KPI is judged over its own window, whatever the period of the map. */
      windowDays: z.number(),
      /** With nothing in the window: the last figure there was. */
      last: z.object({ value: z.number(), n: z.number(), day }).nullable(),
      filter,
    }),
  ),
  pains: z.array(z.object({ key: z.string(), name: bilingual, count: z.number(), customers: z.number(), filter })),
  actions: z.array(
    z.object({
      id,
      kind: z.enum(["action", "improvement"]),
      name: z.string(),
      ownerName: z.string().nullable(),
      dueOn: day.nullable(),
      status: z.string(),
    }),
  ),
});
const stageEdit = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: bilingual,
  expects: z.object({ en: text(300), fr: text(300) }),
});

export const journeysContract = {
  list: staff("read journeys")
    .route({ method: "GET", path: "/journeys", summary: "The journeys that are drawn", ...tag })
    .output(z.object({ rows: z.array(z.object({ id, slug: z.string(), name: bilingual })) })),
  show: staff("read journeys")
    .route({
      method: "GET",
      path: "/journeys/{slug}",
      summary: "One journey: its stages, personas, pain points, improvements",
      ...tag,
    })
    .input(z.object({ slug }))
    .output(
      z.object({
        id,
        slug: z.string(),
        name: bilingual,
        stages: z.array(z.object({ key: z.string(), name: bilingual, expects: z.object({ en: z.string(), fr: z.string() }) })),
        personas: z.array(z.object({ id, name: z.string(), segment: z.string().nullable(), goals: z.string() })),
        painPoints: z.array(z.object({ id, stage: z.string(), key: z.string(), name: bilingual, automatic: z.boolean() })),
        segments: z.array(z.string()),
      }),
    ),
  map: staff("read journeys")
    .route({
      method: "GET",
      path: "/journeys/{slug}/map",
      summary: "The journey as it is lived: stages by lanes, every figure with its events",
      ...tag,
    })
    .input(z.object({ slug, ...period }))
    .output(
      z.object({
        slug: z.string(),
        name: bilingual,
        from: instant,
        to: instant,
        foldedAt: instant.nullable(),
        stages: z.array(mapStage),
      }),
    ),
  funnel: staff("read journeys")
    .route({
      method: "GET",
      path: "/journeys/{slug}/funnel",
      summary: "How many went on from step to step, in that order",
      ...tag,
    })
    .input(
      z.object({
        slug,
        ...period,
        steps: z.array(text(60)).min(2).max(10).optional(),
        withinDays: z.number().int().min(1).max(730).default(365),
      }),
    )
    .output(
      z.object({
        steps: z.array(z.object({ type: z.string(), count: z.number(), medianHours: z.number().nullable(), filter })),
      }),
    ),
  standing: staff("read journeys")
    .route({
      method: "GET",
      path: "/journeys/{slug}/stages/{stage}/customers",
      summary: "Who stands in a stage now, newest first",
      ...tag,
    })
    .input(z.object({ slug, stage: text(40), ...pageInput, segment: text(60).optional() }))
    .output(
      pageOf(
        z.object({
          caseId: id,
          kind: z.enum(["customer", "contact", "visitor"]),
          name: z.string().nullable(),
          customerId: id.nullable(),
          contactId: id.nullable(),
          segment: z.string().nullable(),
          since: instant,
        }),
      ),
    ),
  changeStages: staff("change journeys")
    .route({ method: "PUT", path: "/journeys/{slug}/stages", summary: "Rename, reorder, add stages", ...tag })
    .input(z.object({ slug, stages: z.array(stageEdit).min(2).max(16) }))
    .output(ok),
  addPainPoint: staff("change journeys")
    .route({ method: "POST", path: "/journeys/{slug}/pain-points", summary: "Note a pain point by hand", ...tag })
    .input(z.object({ slug, stage: text(40), name: bilingual }))
    .output(ok),
  addImprovement: staff("change journeys")
    .route({
      method: "POST",
      path: "/journeys/{slug}/improvements",
      summary: "Note an opportunity for improvement, with its owner and date",
      ...tag,
    })
    .input(
      z.object({
        slug,
        stage: text(40),
        name: requiredText(160),
        painPointId: id.optional(),
        ownerId: id.optional(),
        dueOn: day.optional(),
      }),
    )
    .output(ok),
  changeImprovement: staff("change journeys")
    .route({
      method: "PATCH",
      path: "/improvements/{improvementId}",
      summary: "Move an improvement on, or say it better",
      ...tag,
    })
    .input(
      z.object({
        improvementId: id,
        status: z.enum(["open", "doing", "done", "dropped"]).optional(),
        name: requiredText(160).optional(),
        stage: text(40).optional(),
        ownerId: id.nullable().optional(),
        dueOn: day.nullable().optional(),
        painPointId: id.nullable().optional(),
      }),
    )
    .output(ok),
  changePainPoint: staff("change journeys")
    .route({ method: "PATCH", path: "/pain-points/{painPointId}", summary: "Say a pain point better, or move it", ...tag })
    .input(z.object({ painPointId: id, name: bilingual.optional(), stage: text(40).optional() }))
    .output(ok),
  closePainPoint: staff("change journeys")
    .route({
      method: "POST",
      path: "/pain-points/{painPointId}/closing",
      summary: "It hurts no more: say what took it away",
      ...tag,
    })
    .input(z.object({ painPointId: id, done: requiredText(500) }))
    .output(ok),
  reopenPainPoint: staff("change journeys")
    .route({ method: "DELETE", path: "/pain-points/{painPointId}/closing", summary: "It hurts again", ...tag })
    .input(z.object({ painPointId: id }))
    .output(ok),
  improvements: staff("read journeys")
    .route({
      method: "GET",
      path: "/journeys/{slug}/improvements",
      summary: "Pain points noted by hand, and what is done about them",
      ...tag,
    })
    .input(z.object({ slug }))
    .output(
      z.object({
        pains: z.array(
          z.object({
            id,
            stage: z.string(),
            name: bilingual,
            notedAt: instant,
            closedAt: instant.nullable(),
            closedByWords: z.string().nullable(),
          }),
        ),
        improvements: z.array(
          z.object({
            id,
            stage: z.string(),
            name: z.string(),
            painPointId: id.nullable(),
            ownerId: id.nullable(),
            ownerName: z.string().nullable(),
            dueOn: day.nullable(),
            status: z.enum(["open", "doing", "done", "dropped"]),
            notedAt: instant,
            closedAt: instant.nullable(),
          }),
        ),
      }),
    ),
  addPersona: staff("change journeys")
    .route({ method: "POST", path: "/journeys/{slug}/personas", summary: "Add a persona", ...tag })
    .input(z.object({ slug, name: requiredText(80), segment: text(60).optional(), goals: text(400).default("") }))
    .output(ok),
};
