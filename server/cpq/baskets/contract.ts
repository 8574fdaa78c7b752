import { z } from "zod";
import { recommendation } from "#cpq/recommendations/contract.ts";
import { currency, email, id, locale, minor, open, requiredText, text } from "#platform/contract.ts";

const tag = { tags: ["Baskets"] };
const bilingual = z.object({ en: z.string(), fr: z.string() });
const key = z.string().min(20).max(100);
const option = z.object({
  feature: z.string(),
  label: bilingual,
  status: z.enum(["selected", "excluded", "open"]),
  chosen: z.boolean(),
  forced: z.boolean(),
});
export const basketLine = z.object({
  sku: z.string(),
  name: bilingual,
  quantity: z.string(),
  oneOffMinor: minor,
  monthlyMinor: minor,
  leadTimeDays: z.number(),
});
export const basketState = z.object({
  id,
  guide: z.string(),
  name: bilingual,
  status: z.enum(["open", "configured", "requested"]),
  questions: z.array(
    z.object({
      key: z.string(),
      label: bilingual,
      kind: z.enum(["one", "many"]),
      answered: z.boolean(),
      options: z.array(option),
    }),
  ),
  lines: z.array(basketLine),
  currency,
  oneOffMinor: minor,
  monthlyMinor: minor,
  leadTimeDays: z.number(),
  remaining: z.string().nullable(),
  recommendations: z.array(recommendation),
});
const conflict = z.object({
  reasons: z.array(z.string()),
  choices: z.array(z.string()),
  repairs: z.array(z.object({ drop: z.array(z.string()), priceChangeMinor: minor.nullable() })),
});
const own = z.object({ basketId: id, key });

export const basketsContract = {
  start: open()
    .route({
      method: "POST",
      path: "/public/baskets",
      summary: "Start a basket on a guide; the key answered is the only way back to it",
      ...tag,
    })
    .input(z.object({ guide: z.string().max(60), visitorId: id.optional(), locale: locale.default("fr") }))
    .output(basketState.extend({ key })),
  show: open()
    .route({ method: "GET", path: "/public/baskets/{basketId}", summary: "A basket", ...tag })
    .input(own)
    .output(basketState),
  choose: open()
    .route({
      method: "PUT",
      path: "/public/baskets/{basketId}/choices/{feature}",
      summary: "Choose or take back an option; what cannot be is explained with the ways out",
      ...tag,
    })
    .input(own.extend({ feature: z.string().max(80), value: z.boolean().nullable() }))
    .output(z.object({ accepted: z.boolean(), conflict: conflict.nullable(), basket: basketState })),
  explain: open()
    .route({
      method: "GET",
      path: "/public/baskets/{basketId}/choices/{feature}/reason",
      summary: "Why an option is decided or not possible",
      ...tag,
    })
    .input(own.extend({ feature: z.string().max(80) }))
    .output(z.object({ reasons: z.array(z.string()), choices: z.array(z.string()) })),
  addExtra: open()
    .route({ method: "POST", path: "/public/baskets/{basketId}/extras", summary: "Add a recommended article", ...tag })
    .input(own.extend({ sku: z.string().max(40) }))
    .output(basketState),
  configure: open()
    .route({
      method: "POST",
      path: "/public/baskets/{basketId}/configuration",
      summary: "Finish: what is still open is completed at the lowest price",
      ...tag,
    })
    .input(own)
    .output(basketState),
  requestQuote: open()
    .route({ method: "POST", path: "/public/baskets/{basketId}/quote-request", summary: "Ask for a quote", ...tag })
    .input(
      own.extend({
        firstName: requiredText(80),
        lastName: requiredText(80),
        email,
        company: text(120).optional(),
        phone: text(30).optional(),
        comment: text(1_000).optional(),
      }),
    )
    .output(basketState),
};
