import { z } from "zod";
import { instant, text } from "#platform/contract.ts";
import { filterPattern } from "./filter-pattern.ts";

/** The shapes that more than one answer of mining has. */
export const hours = z.number().nullable();
export const counted = z.record(z.string(), z.number());
export const slug = text(60);
export const stageIntention = z.object({
  stage: text(40),
  /** May be left out; may come again; within how many hours after the stage before it is to be reached (null: no limit). */
  optional: z.boolean(),
  repeatable: z.boolean(),
  maxWaitHours: z.number().int().min(1).max(87_600).nullable(),
});
export const classFinding = z.object({
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
export const deviationClass = z.enum(["missing", "too_often", "out_of_order", "wrong_branch"]);
export const conformanceShape = {
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
};
export const reworked = z.object({ activity: z.string(), cases: z.number(), repeats: z.number() });
export const loop = z.object({
  activities: z.array(z.string()),
  count: z.number(),
  cases: z.number(),
  medianHours: hours,
  meanHours: hours,
  totalHours: z.number(),
});
export const processKey = text(40);
/** Which cases: under way in the period, and of which every one of `where` holds ("variant:4f0c…", "edge:quote.sent>quote.signed", "deviation:missing>quote.sent"). */
export const which = {
  process: processKey,
  from: instant.optional(),
  to: instant.optional(),
  /** When `from` is not given: this many days up to `to`. Neither: all there are. */
  days: z.number().int().min(1).max(36_600).optional(),
  where: z.array(z.string().regex(filterPattern)).max(6).optional(),
};
export const funnelSteps = {
  /** Event types in the order wanted; "a|b" is reached by either. */
  steps: z.array(text(200)).min(2).max(10),
  mode: z.enum(["ordered", "strict", "any"]).default("ordered"),
  withinHours: z.number().int().min(1).max(87_600).optional(),
};
export const funnelStep = z.object({
  step: z.string(),
  cases: z.number(),
  share: z.number().nullable(),
  ofPrevious: z.number().nullable(),
  medianHours: hours,
});
export const trait = z.enum(["channel", "source", "campaign", "product", "segment"]);
