import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Feedback"] };
const bilingual = z.object({ en: requiredText(80), fr: requiredText(80) });
const stems = z.array(requiredText(40).transform((word) => word.toLowerCase())).max(60);
const words = z.object({ en: stems, fr: stems });
const sentiment = z.enum(["negative", "neutral", "positive"]);
const source = z.enum(["survey", "message", "review"]);
const themeKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

export const feedbackContract = {
  list: staff("read feedback")
    .route({ method: "GET", path: "/feedback", summary: "What people said, understood, newest first", ...tag })
    .input(
      z.object({
        ...pageInput,
        sentiment: sentiment.optional(),
        theme: text(40).optional(),
        stage: text(40).optional(),
        source: source.optional(),
        loop: z.enum(["open", "late", "closed"]).optional(),
        customerId: id.optional(),
        ids: z.array(id).max(200).optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          id,
          source,
          text: z.string(),
          language: z.string(),
          sentiment,
          confidence: z.number(),
          themes: z.array(z.string()),
          kind: z.string().nullable(),
          score: z.number().nullable(),
          journeyStage: z.string(),
          customerId: id.nullable(),
          customerName: z.string().nullable(),
          contactName: z.string().nullable(),
          isDetractor: z.boolean(),
          conversationId: id.nullable(),
          loopDueAt: instant.nullable(),
          loopClosedAt: instant.nullable(),
          loopDone: z.string().nullable(),
          corrected: z.boolean(),
          receivedAt: instant,
        }),
      ),
    ),
  themes: staff("read feedback")
    .route({ method: "GET", path: "/feedback-themes", summary: "The themes, and what was said of each lately", ...tag })
    .output(
      z.object({
        rows: z.array(
          z.object({
            key: z.string(),
            name: bilingual,
            words: z.object({ en: z.array(z.string()), fr: z.array(z.string()) }),
            active: z.boolean(),
            now: z.number(),
            before: z.number(),
            negative: z.number(),
          }),
        ),
      }),
    ),
  phrases: staff("read feedback")
    .route({
      method: "GET",
      path: "/feedback-phrases",
      summary: "What people say now that they did not before, beyond chance, with the texts that say it",
      ...tag,
    })
    .input(z.object({ days: z.number().int().min(1).max(366).default(30) }))
    .output(
      z.object({
        from: instant,
        to: instant,
        texts: z.number(),
        textsBefore: z.number(),
        rows: z.array(
          z.object({
            phrase: z.string(),
            now: z.number(),
            before: z.number(),
            rise: z.number(),
            negative: z.number(),
            positive: z.number(),
            ids: z.array(id),
          }),
        ),
      }),
    ),
  setTheme: staff("work on feedback")
    .route({ method: "PUT", path: "/feedback-themes/{key}", summary: "Set the name and the words of a theme", ...tag })
    .input(z.object({ key: themeKey, name: bilingual, words, active: z.boolean().default(true) }))
    .output(ok),
  correct: staff("work on feedback")
    .route({ method: "PUT", path: "/feedback/{feedbackId}/reading", summary: "Correct how a feedback was understood", ...tag })
    .input(z.object({ feedbackId: id, sentiment, themes: z.array(themeKey).max(20) }))
    .output(ok),
  closeLoop: staff("work on feedback")
    .route({ method: "POST", path: "/feedback/{feedbackId}/loop", summary: "Tell the customer what was done", ...tag })
    .input(z.object({ feedbackId: id, done: requiredText(2_000) }))
    .output(z.object({ id, told: z.boolean() })),
};
