import { z } from "zod";
import { id, instant, ok, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Process mining"] };
const hours = z.number().nullable();
const counted = z.record(z.string(), z.number());
const slug = text(60);
const stageIntention = z.object({
  stage: text(40),
  /** May be left out; may come again; within how many hours after the stage before it is to be reached (null: no limit). */
  optional: z.boolean(),
  repeatable: z.boolean(),
  maxWaitHours: z.number().int().min(1).max(87_600).nullable(),
});
const classFinding = z.object({
  cases: z.number(),
  share: z.number(),
  deviations: z.number(),
  medianHours: hours,
  meanHours: hours,
  /** Beside the cases that conform; null when there is none. */
  extraMedianHours: hours,
  extraMeanHours: hours,
  stages: z.array(z.object({ stage: z.string(), cases: z.number(), deviations: z.number() })),
});
const deviationClass = z.enum(["missing", "too_often", "out_of_order", "wrong_branch"]);

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
        rework: z.array(z.object({ activity: z.string(), cases: z.number(), repeats: z.number() })),
        medianCaseHours: hours,
        meanCaseHours: hours,
        throughput: z.object({
          from: z.string().nullable(),
          to: z.string().nullable(),
          casesPerDay: z.number().nullable(),
          eventsPerDay: z.number().nullable(),
          p90CaseHours: hours,
        }),
        loops: z.array(
          z.object({
            activities: z.array(z.string()),
            count: z.number(),
            cases: z.number(),
            medianHours: hours,
            meanHours: hours,
            totalHours: z.number(),
          }),
        ),
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
        cases: z.number(),
        conforming: z.number(),
        share: z.number().nullable(),
        inTime: z.number(),
        medianHours: hours,
        meanHours: hours,
        classes: z.record(deviationClass, classFinding),
        waits: z.array(
          z.object({
            stage: z.string(),
            maxWaitHours: z.number(),
            waited: z.number(),
            tooLong: z.number(),
            share: z.number().nullable(),
            medianHours: hours,
            meanHours: hours,
            meanExcessHours: hours,
          }),
        ),
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
};
