import { z } from "zod";
import { currency, event, id, minor } from "#events/define-event.ts";

export const opportunitiesEvents = {
  "opportunity.opened": event(
    "choose",
    { en: "Opportunity “{name}” opened", fr: "Affaire « {name} » ouverte" },
    z.object({
      name: z.string(),
      stage: z.string(),
      valueMinor: minor.nullable(),
      currency,
      ownerId: id.nullable(),
      leadId: id.optional(),
      product: z.string().optional(),
    }),
  ),
  "opportunity.assigned": event(
    "choose",
    { en: "Opportunity given to {ownerName}", fr: "Affaire confiée à {ownerName}" },
    z.object({ ownerId: id, ownerName: z.string() }),
  ),
  "opportunity.advanced": event(
    "choose",
    { en: "Opportunity moved from {from} to {to}", fr: "Affaire passée de {from} à {to}" },
    z.object({ from: z.string(), to: z.string() }),
  ),
  "opportunity.won": event(
    "choose",
    { en: "Opportunity won", fr: "Affaire gagnée" },
    z.object({ valueMinor: minor, currency, quoteId: id.optional(), daysOpen: z.number().optional() }),
  ),
  "opportunity.lost": event(
    "choose",
    { en: "Opportunity lost: {reason}", fr: "Affaire perdue : {reason}" },
    z.object({ reason: z.string(), valueMinor: minor.nullable(), currency }),
  ),
};
