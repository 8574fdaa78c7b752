import { z } from "zod";
import { event, id, instant } from "#events/define-event.ts";

export const conversationsEvents = {
  "conversation.opened": event(
    "use",
    { en: "Conversation opened: {subject}", fr: "Conversation ouverte : {subject}" },
    z.object({
      subject: z.string(),
      kind: z.enum(["question", "case", "complaint"]),
      priority: z.enum(["low", "normal", "high", "urgent"]),
      reason: z.string().optional(),
    }),
  ),
  "conversation.assigned": event(
    "use",
    { en: "Conversation given to {toName}", fr: "Conversation confiée à {toName}" },
    z.object({ toId: id, toName: z.string(), rule: z.enum(["chosen", "least busy"]) }),
  ),
  "conversation.changed": event(
    "use",
    { en: "Conversation reclassified: {subject}", fr: "Conversation reclassée : {subject}" },
    z.object({
      subject: z.string(),
      kind: z.enum(["question", "case", "complaint"]),
      priority: z.enum(["low", "normal", "high", "urgent"]),
    }),
  ),
  "conversation.rated": event(
    "use",
    { en: "Conversation rated {score} of 5", fr: "Conversation notée {score} sur 5" },
    z.object({ score: z.number().int().min(1).max(5), comment: z.string().optional() }),
  ),
  "conversation.merged": event(
    "use",
    { en: "Conversation joined with {intoNumber}", fr: "Conversation réunie avec {intoNumber}" },
    z.object({ intoId: id, intoNumber: z.string() }),
  ),
  "message.received": event(
    "use",
    { en: "Message received: {preview}", fr: "Message reçu : {preview}" },
    z.object({ conversationId: id, preview: z.string(), from: z.string() }),
  ),
  "message.replied": event(
    "use",
    { en: "Reply sent by {from}: {preview}", fr: "Réponse de {from} : {preview}" },
    z.object({ conversationId: id, preview: z.string(), from: z.string(), automatic: z.boolean(), first: z.boolean() }),
  ),
  "conversation.handed_over": event(
    "use",
    { en: "Conversation handed over to a person: {reason}", fr: "Conversation confiée à une personne : {reason}" },
    z.object({ reason: z.string(), toId: id.optional() }),
  ),
  "conversation.resolved": event(
    "use",
    { en: "Conversation resolved", fr: "Conversation résolue" },
    z.object({ minutes: z.number(), firstContact: z.boolean() }),
  ),
  "conversation.reopened": event(
    "use",
    { en: "Conversation reopened", fr: "Conversation rouverte" },
    z.object({ reason: z.string() }),
  ),
  "clock.breached": event(
    "use",
    { en: "A promised time was missed: {clock}", fr: "Un délai promis a été dépassé : {clock}" },
    z.object({ clock: z.string(), dueAt: instant, conversationId: id.optional(), leadId: id.optional() }),
  ),
};
