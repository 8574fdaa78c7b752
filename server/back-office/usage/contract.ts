import { z } from "zod";
import { customer, day, id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Usage"] };
const quantity = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/, "a plain decimal such as 12.5");
const word = requiredText(120);
/** How many records one batch may carry. */
export const mostRecords = 5_000;
const record = z.object({
  source: word,
  sourceId: word,
  subscriptionId: id,
  meter: requiredText(60),
  quantity,
  at: instant,
  value: text(120).optional(),
});
const kept = z.object({
  id,
  source: z.string(),
  sourceId: z.string(),
  subscriptionId: id,
  meter: z.string(),
  quantity: z.string(),
  at: instant,
  recordedAt: instant,
  replaces: z.string().nullable(),
  voided: z.boolean(),
});
const current = z.object({
  asOf: instant,
  rows: z.array(
    z.object({
      subscriptionId: id,
      itemId: id,
      name: z.string(),
      meter: z.string(),
      unit: z.string(),
      periodFrom: day,
      periodTo: day,
      used: z.string(),
      included: z.string(),
      records: z.number(),
      lastAt: instant.nullable(),
      days: z.array(z.object({ day, used: z.string() })),
    }),
  ),
});

export const usageContract = {
  record: staff("record usage")
    .route({
      method: "POST",
      path: "/usage",
      summary: "Report usage in a batch; repeats are counted, not doubled; rows that cannot be taken come back with the reason",
      ...tag,
    })
    .input(z.object({ records: z.array(record).min(1).max(mostRecords) }))
    .output(
      z.object({
        accepted: z.number(),
        duplicates: z.number(),
        problems: z.array(
          z.object({
            index: z.number(),
            sourceId: z.string(),
            code: z.enum(["unknown_subscription", "unknown_meter", "in_the_future"]),
          }),
        ),
      }),
    ),
  correct: staff("record usage")
    .route({
      method: "POST",
      path: "/usage/corrections",
      summary: "Replace a record, or take it back (no quantity); billed periods are put right by the next invoice",
      ...tag,
    })
    .input(
      z.object({ source: word, sourceId: word, correctionId: word, quantity: quantity.optional(), reason: requiredText(300) }),
    )
    .output(ok),
  list: staff("read usage")
    .route({ method: "GET", path: "/usage", summary: "Usage records, the latest first", ...tag })
    .input(z.object({ ...pageInput, customerId: id.optional(), subscriptionId: id.optional(), meter: text(60).optional() }))
    .output(pageOf(kept)),
  current: staff("read usage")
    .route({
      method: "GET",
      path: "/usage/current",
      summary: "What each meter counts in its running period, and as of when",
      ...tag,
    })
    .input(
      z
        .object({ customerId: id.optional(), subscriptionId: id.optional() })
        .refine((input) => input.customerId ?? input.subscriptionId, "give a customer or a subscription"),
    )
    .output(current),
  myUsage: customer()
    .route({ method: "GET", path: "/my/usage", summary: "My usage in the running period", ...tag })
    .output(current),
  myUsageRecords: customer()
    .route({ method: "GET", path: "/my/usage/records", summary: "Each record of my usage", ...tag })
    .input(z.object({ ...pageInput, meter: text(60).optional() }))
    .output(pageOf(kept)),
};
