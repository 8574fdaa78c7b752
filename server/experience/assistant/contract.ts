import { z } from "zod";
import { id, instant, locale, pageInput, pageOf, staff } from "#platform/contract.ts";

const tag = { tags: ["Assistant"] };
const evidence = z.array(z.object({ label: z.string(), href: z.string().optional(), eventId: id.optional() }));

export const assistantContract = {
  metrics: staff("read how the assistant does")
    .route({
      method: "GET",
      path: "/assistant/metrics",
      summary: "What it answered, what customers confirmed, what silence lets us assume, what it handed over",
      ...tag,
    })
    .input(z.object({ from: instant.optional(), to: instant.optional() }))
    .output(
      z.object({
        messages: z.number(),
        answered: z.number(),
        handedOver: z.number(),
        /** The customer said it helped. */
        confirmed: z.number(),
        /** The customer said nothing more for a day. */
        assumed: z.number(),
        /** A person was needed after the answer. */
        refuted: z.number(),
        reasons: z.array(z.object({ reason: z.string(), count: z.number() })),
        intents: z.array(z.object({ intent: z.string(), count: z.number() })),
      }),
    ),
  suggest: staff("answer conversations")
    .route({
      method: "GET",
      path: "/conversations/{conversationId}/suggestion",
      summary: "An answer read from the record or an article, for an agent to change and send",
      ...tag,
    })
    .input(z.object({ conversationId: id }))
    .output(
      z.object({
        suggestion: z
          .object({
            text: z.string(),
            intent: z.string(),
            /** How sure, 0 to 1. */
            score: z.number(),
            evidence,
            articleSlug: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  unanswered: staff("read how the assistant does")
    .route({
      method: "GET",
      path: "/assistant/unanswered",
      summary: "Questions no answer was found to, or whose answer did not help, newest first",
      ...tag,
    })
    .input(z.object({ ...pageInput, locale: locale.optional() }))
    .output(
      pageOf(
        z.object({
          messageId: id,
          conversationId: id,
          conversationNumber: z.string(),
          question: z.string(),
          locale,
          /** Nothing was found, or what was answered did not help. */
          why: z.enum(["nothing", "refuted"]),
          score: z.number(),
          at: instant,
        }),
      ),
    ),
  turns: staff("read how the assistant does")
    .route({ method: "GET", path: "/assistant/turns", summary: "What it understood and did, message by message", ...tag })
    .input(z.object({ ...pageInput, conversationId: id.optional() }))
    .output(
      pageOf(
        z.object({
          messageId: id,
          conversationId: id,
          intent: z.string(),
          score: z.number(),
          outcome: z.enum(["answered", "greeted", "asked_to_sign_in", "handed_over", "thanked"]),
          reason: z.string().nullable(),
          evidence,
          at: instant,
        }),
      ),
    ),
};
