import { z } from "zod";
import { id, instant, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Surveys"] };
const bilingual = z.object({ en: requiredText(300), fr: requiredText(300) });
const kind = z.enum(["ces", "csat", "nps"]);
const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
const moment = z.enum([
  "quote.signed",
  "installation.confirmed",
  "subscription.started",
  "order.completed",
  "delivery.confirmed",
  "conversation.resolved",
  "payment.matched",
]);
const policy = z.object({
  minGapDays: z.number().int().min(0).max(365),
  maxAsked: z.number().int().min(1).max(50),
  windowDays: z.number().int().min(1).max(730),
  expiresDays: z.number().int().min(1).max(365),
});
const token = z.string().max(2_000);

export const surveysContract = {
  list: staff("read surveys")
    .route({ method: "GET", path: "/surveys", summary: "Each survey with its results and their 95 % intervals", ...tag })
    .input(z.object({ from: instant.optional(), to: instant.optional() }))
    .output(
      z.object({
        policy,
        rows: z.array(
          z.object({
            id,
            key: z.string(),
            kind,
            name: bilingual,
            question: bilingual,
            triggerEvent: moment,
            delayHours: z.number(),
            journeyStage: z.string(),
            active: z.boolean(),
            sent: z.number(),
            skipped: z.number(),
            scheduled: z.number(),
            answered: z.number(),
            /** NPS in points; CSAT as a share of 1; CES as a mean of 1 to 7. */
            score: interval.nullable(),
            spread: z.array(z.object({ score: z.number(), n: z.number() })),
            months: z.array(interval.extend({ month: z.string(), n: z.number() })),
          }),
        ),
      }),
    ),
  answers: staff("read surveys")
    .route({ method: "GET", path: "/survey-answers", summary: "Answers, newest first", ...tag })
    .input(z.object({ ...pageInput, surveyId: id.optional(), customerId: id.optional(), commented: z.boolean().optional() }))
    .output(
      pageOf(
        z.object({
          id,
          surveyKey: z.string(),
          kind,
          score: z.number(),
          comment: z.string().nullable(),
          about: z.string(),
          customerId: id.nullable(),
          customerName: z.string().nullable(),
          contactName: z.string().nullable(),
          answeredAt: instant,
        }),
      ),
    ),
  change: staff("change surveys")
    .route({ method: "PATCH", path: "/surveys/{surveyId}", summary: "Change a survey: words, moment, delay, on or off", ...tag })
    .input(
      z.object({
        surveyId: id,
        name: bilingual.optional(),
        question: bilingual.optional(),
        triggerEvent: moment.optional(),
        delayHours: z.number().int().min(0).max(8_760).optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(ok),
  changePolicy: staff("change surveys")
    .route({ method: "PUT", path: "/survey-policy", summary: "How often one person may be asked", ...tag })
    .input(policy)
    .output(policy),
  open: open()
    .route({ method: "GET", path: "/survey-link", summary: "The question behind a survey link", ...tag })
    .input(z.object({ token }))
    .output(
      z.object({
        kind,
        question: bilingual,
        followUp: bilingual,
        about: z.string(),
        answered: z.object({ score: z.number(), comment: z.string().nullable() }).nullable(),
      }),
    ),
  answer: open()
    .route({ method: "POST", path: "/survey-answers", summary: "Answer a survey by its link", ...tag })
    .input(z.object({ token, score: z.number().int().min(0).max(10), comment: text(2_000).optional() }))
    .output(ok),
};
