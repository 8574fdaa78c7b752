import { z } from "zod";
import { id, instant, open, text } from "#platform/contract.ts";

const tag = { tags: ["Interactions"] };

export const interactionsContract = {
  record: open()
    .route({
      method: "POST",
      path: "/public/page-views",
      summary: "Pages a visitor looked at, up to 50 at once; answers with the visitor id to keep",
      ...tag,
    })
    .input(
      z.object({
        visitorId: id.optional(),
        clickId: id.optional(),
        views: z
          .array(
            z.object({
              path: z.string().max(500).startsWith("/"),
              referrer: text(500).optional(),
              utm: z
                .partialRecord(
                  z.enum(["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "msclkid"]),
                  z.string().max(200),
                )
                .default({}),
              at: instant.optional(),
            }),
          )
          .min(1)
          .max(50),
      }),
    )
    .output(z.object({ visitorId: id })),
};
