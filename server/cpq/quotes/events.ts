import { z } from "zod";
import { currency, day, event, id, minor } from "#events/define-event.ts";

/** A postal address as it was at that moment. */
export const address = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  postcode: z.string(),
  city: z.string(),
  country: z.string().length(2),
});
export type Address = z.infer<typeof address>;

/**
 * One line as it was sold, complete enough to deliver, bill and recognise it without asking the catalogue again:
 * what, how many, the price after every discount, its VAT, and for subscriptions the period and the metered usage.
 */
export const soldLine = z.object({
  lineId: id,
  offeringId: id,
  sku: z.string(),
  name: z.string(),
  kind: z.enum(["product", "service", "subscription"]),
  quantity: z.string(),
  /** Net of discounts: once for product and service; per period for a subscription. */
  netMinor: minor,
  listMinor: minor,
  vatCategory: z.string(),
  vatRate: z.string(),
  /** Months per period, 1 for monthly; null for one-off lines. */
  everyMonths: z.number().int().positive().nullable(),
  termMonths: z.number().int().positive().nullable(),
  /** Metered usage priced by a charge model of the pricing engine, kept as its JSON. */
  meters: z.array(z.object({ meter: z.string(), unit: z.string(), model: z.unknown() })),
  characteristics: z.record(z.string(), z.string()),
  /** What fulfilment needs: how it reaches the customer. */
  delivery: z.enum(["ship", "install", "provision", "none"]),
  leadTimeDays: z.number().int().nonnegative(),
});
export type SoldLine = z.infer<typeof soldLine>;

export const quotesEvents = {
  "quote.drafted": event(
    "choose",
    { en: "Quote {number} drafted", fr: "Devis {number} préparé" },
    z.object({ number: z.string(), version: z.number(), opportunityId: id.nullable() }),
  ),
  "quote.submitted": event(
    "choose",
    { en: "Quote {number} submitted for approval", fr: "Devis {number} soumis à validation" },
    z.object({ number: z.string(), version: z.number(), reason: z.string() }),
  ),
  "quote.sent": event(
    "choose",
    { en: "Quote {number} v{version} sent", fr: "Devis {number} v{version} envoyé" },
    z.object({
      number: z.string(),
      version: z.number(),
      totalMinor: minor,
      currency,
      validUntil: day,
      documentSha256: z.string(),
    }),
  ),
  "quote.viewed": event(
    "choose",
    { en: "Quote {number} opened by the customer", fr: "Devis {number} consulté par le client" },
    z.object({ number: z.string(), version: z.number() }),
  ),
  "quote.commented": event(
    "choose",
    { en: "Comment on quote {number}: {comment}", fr: "Commentaire sur le devis {number} : {comment}" },
    z.object({ number: z.string(), version: z.number(), comment: z.string(), asksChange: z.boolean() }),
  ),
  "quote.revised": event(
    "choose",
    { en: "Quote {number} revised: version {version}", fr: "Devis {number} révisé : version {version}" },
    z.object({ number: z.string(), version: z.number() }),
  ),
  "quote.accepted": event(
    "choose",
    { en: "Quote {number} accepted", fr: "Devis {number} accepté" },
    z.object({ number: z.string(), version: z.number(), totalMinor: minor, currency }),
  ),
  "quote.declined": event(
    "choose",
    { en: "Quote {number} declined: {reason}", fr: "Devis {number} refusé : {reason}" },
    z.object({ number: z.string(), reason: z.string() }),
  ),
  "quote.expired": event(
    "choose",
    { en: "Quote {number} expired", fr: "Devis {number} expiré" },
    z.object({ number: z.string() }),
  ),
};
