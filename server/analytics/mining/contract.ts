import { z } from "zod";
import { instant, staff } from "#platform/contract.ts";

const tag = { tags: ["Process mining"] };
const hours = z.number().nullable();
const counted = z.record(z.string(), z.number());

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
      }),
    ),
};
