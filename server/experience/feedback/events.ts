import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const feedbackEvents = {
  "feedback.received": event(
    "recommend",
    { en: "Feedback understood: tone and themes", fr: "Avis analysé : ton et thèmes" },
    z.object({
      text: z.string(),
      language: z.string(),
      sentiment: z.enum(["negative", "neutral", "positive"]),
      confidence: z.number(),
      themes: z.string(),
      score: z.number().nullable(),
      source: z.string(),
      journeyStage: z.string(),
    }),
  ),
  "feedback.corrected": event(
    "recommend",
    {
      en: "Feedback read by a person: {sentiment}; themes: {themes}",
      fr: "Avis relu par une personne : {sentiment} ; thèmes : {themes}",
    },
    z.object({
      sentiment: z.enum(["negative", "neutral", "positive"]),
      was: z.enum(["negative", "neutral", "positive"]),
      themes: z.string(),
    }),
  ),
  "theme.emerged": event(
    "recommend",
    { en: "A theme is emerging: {theme}", fr: "Un thème émerge : {theme}" },
    z.object({ theme: z.string(), count: z.number() }),
  ),
  "complaint.opened": event(
    "use",
    { en: "Complaint opened: {subject}", fr: "Réclamation ouverte : {subject}" },
    z.object({ subject: z.string(), conversationId: id }),
  ),
  "complaint.closed": event(
    "use",
    { en: "Complaint closed: {outcome}", fr: "Réclamation close : {outcome}" },
    z.object({ outcome: z.string(), conversationId: id }),
  ),
  "loop.closed": event(
    "recommend",
    { en: "Told the customer what was done: {done}", fr: "Le client sait ce qui a été fait : {done}" },
    z.object({ conversationId: id, feedbackId: id, done: z.string(), businessMinutes: z.number(), inTime: z.boolean() }),
  ),
};
