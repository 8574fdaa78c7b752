import { z } from "zod";
import { event, id, instant } from "#events/define-event.ts";

export const approvalsEvents = {
  "approval.requested": event(
    "choose",
    { en: "Approval asked: {reason}", fr: "Validation demandée : {reason}" },
    z.object({
      quoteId: id,
      reason: z.string(),
      requestedById: z.string(),
      dueAt: instant,
      approverRole: z.string().optional(),
      number: z.string().optional(),
    }),
  ),
  "approval.granted": event(
    "choose",
    { en: "Approval granted by {byName}", fr: "Validation accordée par {byName}" },
    z.object({ quoteId: id, byName: z.string(), comment: z.string().optional(), minutes: z.number() }),
  ),
  "approval.refused": event(
    "choose",
    { en: "Approval refused by {byName}: {comment}", fr: "Validation refusée par {byName} : {comment}" },
    z.object({ quoteId: id, byName: z.string(), comment: z.string(), minutes: z.number() }),
  ),
  "approval.withdrawn": event(
    "choose",
    { en: "The approval is no longer needed", fr: "La validation n’est plus nécessaire" },
    z.object({ quoteId: id }),
  ),
  "approval.escalated": event(
    "choose",
    { en: "Quote {number} waits too long for its approval", fr: "Le devis {number} attend sa validation depuis trop longtemps" },
    z.object({ quoteId: id, number: z.string(), dueAt: instant, toRole: z.string() }),
  ),
};
