import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";

export const basketsEvents = {
  "basket.started": event(
    "choose",
    { en: "Basket started", fr: "Panier commencé" },
    z.object({ visitorId: id.optional(), guide: z.string() }),
  ),
  "basket.configured": event(
    "choose",
    { en: "Basket configured: {summary}", fr: "Panier configuré : {summary}" },
    z.object({ summary: z.string(), oneOffMinor: minor, monthlyMinor: minor, currency }),
  ),
  "quote.requested": event(
    "choose",
    { en: "A quote was asked for", fr: "Un devis a été demandé" },
    z.object({
      basketId: id,
      summary: z.string(),
      lines: z.array(z.object({ sku: z.string(), quantity: z.string(), characteristics: z.record(z.string(), z.string()) })),
      comment: z.string().optional(),
      /** Who asks, as they gave it: someone without an account becomes a lead from this. */
      name: z.string().optional(),
      email: z.string().optional(),
      company: z.string().optional(),
      phone: z.string().optional(),
      locale: z.enum(["en", "fr"]),
    }),
  ),
};
