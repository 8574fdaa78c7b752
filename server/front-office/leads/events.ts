import { z } from "zod";
import { event, id, instant } from "#events/define-event.ts";

export const leadsEvents = {
  "lead.captured": event(
    "enquire",
    { en: "Lead captured from {source}", fr: "Prospect capté ({source})" },
    z.object({
      source: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      company: z.string().nullable(),
      campaignId: id.optional(),
      referralId: id.optional(),
      utm: z.record(z.string(), z.string()).optional(),
    }),
  ),
  "lead.scored": event(
    "enquire",
    { en: "Lead scored {score} ({grade})", fr: "Prospect noté {score} ({grade})" },
    z.object({ score: z.number(), fit: z.number(), engagement: z.number(), grade: z.string(), reason: z.string() }),
  ),
  "lead.nurtured": event(
    "enquire",
    { en: "Nurture step “{step}” sent", fr: "Étape de relance « {step} » envoyée" },
    z.object({ step: z.string(), messageId: id.optional() }),
  ),
  "lead.handed_over": event(
    "enquire",
    { en: "Handed over to {ownerName}", fr: "Transmis à {ownerName}" },
    z.object({ ownerId: id, ownerName: z.string(), rule: z.string(), respondBy: instant }),
  ),
  "lead.responded_to": event(
    "enquire",
    { en: "First answer after {minutes} business minutes", fr: "Première réponse après {minutes} minutes ouvrées" },
    z.object({ ownerId: id, minutes: z.number(), inTime: z.boolean(), how: z.string() }),
  ),
  "lead.qualified": event(
    "enquire",
    { en: "Lead qualified", fr: "Prospect qualifié" },
    z.object({ ownerId: id.nullable(), notes: z.string().optional(), origin: z.string().optional() }),
  ),
  "lead.disqualified": event(
    "enquire",
    { en: "Lead disqualified: {reason}", fr: "Prospect écarté : {reason}" },
    z.object({ reason: z.string() }),
  ),
  "lead.recycled": event(
    "enquire",
    { en: "Lead sent back to nurture: {reason}", fr: "Prospect rendu à la relance : {reason}" },
    z.object({ reason: z.string() }),
  ),
  "lead.converted": event(
    "enquire",
    { en: "Lead converted to an account and an opportunity", fr: "Prospect converti en compte et en affaire" },
    z.object({ opportunityId: id.nullable(), contactIds: z.array(id) }),
  ),
};
