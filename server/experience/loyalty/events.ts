import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";

export const loyaltyEvents = {
  "referral.made": event(
    "recommend",
    { en: "Referred {name}", fr: "A recommandé {name}" },
    z.object({ name: z.string(), email: z.string(), company: z.string().optional(), code: z.string() }),
  ),
  "referral.converted": event(
    "recommend",
    { en: "The referral of {name} became a customer", fr: "La personne recommandée, {name}, est devenue cliente" },
    z.object({ name: z.string(), leadId: id.optional(), newCustomerId: id }),
  ),
  "testimonial.granted": event(
    "recommend",
    { en: "Agreed to testify", fr: "A accepté de témoigner" },
    z.object({ quote: z.string(), publicName: z.string() }),
  ),
  "reward.granted": event(
    "recommend",
    { en: "Reward granted: {what}", fr: "Récompense accordée : {what}" },
    z.object({ what: z.string(), reason: z.string(), amountMinor: minor.nullable(), currency: currency.nullable() }),
  ),
};
