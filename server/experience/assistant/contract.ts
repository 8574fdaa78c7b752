import { z } from "zod";
import { id, instant, pageInput, pageOf, staff } from "#platform/contract.ts";

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
