import { z } from "zod";
import { id, instant, ok, pageInput, staff } from "#platform/contract.ts";
import {
  hours,
  counted,
  slug,
  stageIntention,
  deviationClass,
  conformanceShape,
  reworked,
  loop,
  processKey,
  which,
  funnelSteps,
  funnelStep,
  trait,
} from "./shapes.ts";

const tag = { tags: ["Process mining"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });

export const miningContract = {
  process: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/process",
      summary: "The real process: which event directly follows which, per customer, how often and after how long",
      ...tag,
    })
    .input(
      z.object({
        from: instant.optional(),
        to: instant.optional(),
        /** "order" or "order.placed": only events whose type begins so. Several are separated by commas. */
        types: z.string().max(400).optional(),
      }),
    )
    .output(
      z.object({
        from: instant,
        to: instant,
        /** True when the period holds more events than are read: the newest are. */
        truncated: z.boolean(),
        cases: z.number(),
        events: z.number(),
        activities: z.number(),
        variants: z.number(),
        start: counted,
        end: counted,
        edges: z.array(z.object({ from: z.string(), to: z.string(), count: z.number(), medianHours: hours, meanHours: hours })),
        topVariants: z.array(
          z.object({ activities: z.array(z.string()), count: z.number(), coverage: z.number(), cumulative: z.number() }),
        ),
        rework: z.array(reworked),
        medianCaseHours: hours,
        meanCaseHours: hours,
        throughput: z.object({
          from: z.string().nullable(),
          to: z.string().nullable(),
          casesPerDay: z.number().nullable(),
          eventsPerDay: z.number().nullable(),
          p90CaseHours: hours,
        }),
        loops: z.array(loop),
      }),
    ),
  conformance: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/conformance/{slug}",
      summary:
        "How customers keep to a journey: stages missing, too often, out of order, reached too late, and what it costs in time",
      ...tag,
    })
    .input(z.object({ slug, from: instant.optional(), to: instant.optional() }))
    .output(
      z.object({
        from: instant,
        to: instant,
        truncated: z.boolean(),
        stages: z.array(stageIntention),
        ...conformanceShape,
        /** Of the cases that strayed furthest, how many are outside what the reader may see: counted above, not shown below. */
        examplesOutside: z.number(),
        examples: z.array(
          z.object({
            caseId: id,
            name: z.string().nullable(),
            hours,
            deviations: z.array(
              z.object({ class: deviationClass, stage: z.string(), visit: z.number().nullable(), beside: z.string().nullable() }),
            ),
            tooLong: z.array(z.string()),
          }),
        ),
      }),
    ),
  intend: staff("change journeys")
    .route({
      method: "PUT",
      path: "/mining/conformance/{slug}/stages",
      summary: "Say how the stages of a journey are meant to be lived",
      ...tag,
    })
    .input(z.object({ slug, stages: z.array(stageIntention).min(1).max(16) }))
    .output(ok),
  processes: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/processes",
      summary: "The processes of the house, and how they are meant to run",
      ...tag,
    })
    .output(
      z.object({
        rows: z.array(
          z.object({
            key: z.string(),
            name: bilingual,
            cases: z.number(),
            firstAt: instant.nullable(),
            lastAt: instant.nullable(),
            steps: z.array(z.string()),
            by: z.array(trait),
            stages: z.array(
              z.object({
                stage: z.string(),
                rank: z.number(),
                optional: z.boolean(),
                repeatable: z.boolean(),
                maxWaitHours: z.number().nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
  explore: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/processes/{process}",
      summary: "A process as it runs: its graph, the ways through, what is done again, and how it keeps to what is meant",
      ...tag,
    })
    .input(z.object(which))
    .output(
      z.object({
        process: z.string(),
        name: bilingual,
        from: instant.nullable(),
        to: instant,
        truncated: z.boolean(),
        cases: z.number(),
        events: z.number(),
        medianCaseHours: hours,
        p90CaseHours: hours,
        activities: z.array(
          z.object({ activity: z.string(), cases: z.number(), events: z.number(), starts: z.number(), ends: z.number() }),
        ),
        edges: z.array(
          z.object({
            from: z.string(),
            to: z.string(),
            count: z.number(),
            cases: z.number(),
            medianHours: hours,
            meanHours: hours,
          }),
        ),
        variantCount: z.number(),
        variants: z.array(
          z.object({
            id: z.string(),
            activities: z.array(z.string()),
            cases: z.number(),
            share: z.number(),
            cumulative: z.number(),
            medianHours: hours,
          }),
        ),
        rework: z.array(reworked),
        loops: z.array(loop),
        conformance: z.object(conformanceShape),
      }),
    ),
  cases: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/processes/{process}/cases",
      summary: "The cases behind a figure of a process, or that came so far in a funnel",
      ...tag,
    })
    .input(
      z.object({
        ...which,
        ...pageInput,
        sort: z.enum(["newest", "slowest", "fastest"]).default("newest"),
        steps: funnelSteps.steps.optional(),
        mode: funnelSteps.mode,
        withinHours: funnelSteps.withinHours,
        /** Only cases that came at least so many steps far; with `left`, and no further. */
        reached: z.number().int().min(1).max(10).optional(),
        left: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        /** All the figure counts, and how many of them are of customers the reader may not see. */
        total: z.number(),
        hidden: z.number(),
        rows: z.array(
          z.object({
            caseId: id,
            name: z.string().nullable(),
            customerId: id.nullable(),
            customerName: z.string().nullable(),
            startedAt: instant,
            endedAt: instant,
            hours: z.number(),
            /** The wait asked about, when the question is about one step to the next. */
            edgeHours: hours,
            steps: z.number(),
            deviations: z.number(),
            variant: z.string(),
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    ),
  oneCase: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/processes/{process}/cases/{caseId}",
      summary: "One case step by step, with the event behind each, its waits and where it left what is meant",
      ...tag,
    })
    .input(z.object({ process: processKey, caseId: id }))
    .output(
      z.object({
        caseId: id,
        name: z.string().nullable(),
        customerId: id.nullable(),
        customerName: z.string().nullable(),
        hours: z.number(),
        steps: z.array(z.object({ eventId: id, activity: z.string(), occurredAt: instant, waitHours: hours })),
        deviations: z.array(
          z.object({ class: deviationClass, stage: z.string(), step: z.number().nullable(), beside: z.string().nullable() }),
        ),
        late: z.array(z.object({ stage: z.string(), hours: z.number(), maxHours: z.number() })),
      }),
    ),
  funnel: staff("see processes")
    .route({
      method: "GET",
      path: "/mining/processes/{process}/funnel",
      summary: "Of the cases that took the first step, how many took the next and after how long; in all and by one trait",
      ...tag,
    })
    .input(z.object({ ...which, ...funnelSteps, by: trait.optional() }))
    .output(
      z.object({
        process: z.string(),
        from: instant.nullable(),
        to: instant,
        truncated: z.boolean(),
        cases: z.number(),
        conversion: z.number().nullable(),
        steps: z.array(funnelStep),
        groupCount: z.number(),
        groups: z.array(
          z.object({
            value: z.string(),
            name: z.string(),
            cases: z.number(),
            conversion: z.number().nullable(),
            steps: z.array(funnelStep),
          }),
        ),
      }),
    ),
};
