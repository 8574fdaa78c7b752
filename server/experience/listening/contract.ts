import { z } from "zod";
import { id, instant, ok, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Reviews"] };

export const listeningContract = {
  list: staff("read reviews")
    .route({ method: "GET", path: "/reviews", summary: "Reviews published elsewhere, newest first", ...tag })
    .input(z.object({ ...pageInput, site: text(60).optional(), maxRating: z.number().min(1).max(5).optional() }))
    .output(
      pageOf(
        z.object({
          id,
          site: z.string(),
          rating: z.number(),
          text: z.string(),
          author: z.string(),
          url: z.string().nullable(),
          customerId: id.nullable(),
          customerName: z.string().nullable(),
          publishedAt: instant,
        }),
      ),
    ),
  summary: staff("read reviews")
    .route({ method: "GET", path: "/reviews/summary", summary: "Mean rating and number by site, and by month", ...tag })
    .output(
      z.object({
        rows: z.array(z.object({ site: z.string(), reviews: z.number(), mean: z.number() })),
        /** All sites together, the oldest month first ("2027-03"), two years at most; months without a review are left out. */
        months: z.array(z.object({ month: z.string(), reviews: z.number(), mean: z.number() })),
      }),
    ),
  note: staff("note reviews")
    .route({ method: "POST", path: "/reviews", summary: "Note a review; the same one twice is one", ...tag })
    .input(
      z.object({
        site: requiredText(60),
        externalId: requiredText(120),
        rating: z.number().min(1).max(5),
        text: requiredText(5_000),
        author: requiredText(120),
        url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .optional(),
        customerId: id.optional(),
        publishedAt: instant,
      }),
    )
    .output(ok),
};
