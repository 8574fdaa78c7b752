import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";
import { address, soldLine } from "#cpq/quotes/events.ts";

export const signaturesEvents = {
  "quote.signed": event(
    "choose",
    { en: "Quote {number} signed by {signedBy}", fr: "Devis {number} signé par {signedBy}" },
    z.object({
      number: z.string(),
      version: z.number(),
      opportunityId: id.nullable(),
      signedBy: z.string(),
      documentSha256: z.string(),
      currency,
      netMinor: minor,
      taxMinor: minor,
      totalMinor: minor,
      lines: z.array(soldLine),
      deliveryAddress: address,
      locale: z.enum(["en", "fr"]),
    }),
  ),
};
