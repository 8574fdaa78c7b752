import { z } from "zod";
import { requiredText, staff } from "#platform/contract.ts";

const tag = { tags: ["Recommendations"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
export const recommendation = z.object({
  sku: z.string(),
  name: bilingual,
  kind: z.enum(["cross_sell", "up_sell"]),
  reason: bilingual,
  /** Of learnt ones: the share of orders with both; of those with the first, the share with the other; that over its usual share. */
  support: z.number().nullable(),
  confidence: z.number().nullable(),
  lift: z.number().nullable(),
});

export const recommendationsContract = {
  list: staff("read the catalogue")
    .route({
      method: "GET",
      path: "/recommendations",
      summary: "What goes with these articles, always something on sale, with the reason",
      ...tag,
    })
    .input(
      z.object({
        skus: z
          .string()
          .max(2_000)
          .transform((text) => text.split(",").filter(Boolean)),
        limit: z.number().int().min(1).max(20).default(5),
      }),
    )
    .output(z.object({ rows: z.array(recommendation) })),
  state: staff("change the catalogue")
    .route({
      method: "PUT",
      path: "/recommendations/{sku}/{withSku}",
      summary: "State that one article goes with another",
      ...tag,
    })
    .input(
      z.object({
        sku: z.string().max(40),
        withSku: z.string().max(40),
        kind: z.enum(["cross_sell", "up_sell"]),
        reason: z.object({ en: requiredText(160), fr: requiredText(160) }),
      }),
    )
    .output(z.object({ sku: z.string() })),
  withdraw: staff("change the catalogue")
    .route({
      method: "DELETE",
      path: "/recommendations/{sku}/{withSku}",
      summary: "No longer state that one article goes with another",
      ...tag,
    })
    .input(z.object({ sku: z.string().max(40), withSku: z.string().max(40) }))
    .output(z.object({ sku: z.string() })),
};
