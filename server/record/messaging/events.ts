import { z } from "zod";
import { event, id } from "#events/define-event.ts";

export const messagingEvents = {
  "message.sent": event(
    "discover",
    { en: "“{subject}” was sent to {to}", fr: "« {subject} » a été envoyé à {to}" },
    z.object({
      purpose: z.string(),
      to: z.string(),
      subject: z.string(),
      template: z.string(),
      campaignId: id.optional(),
      decisionId: id,
    }),
  ),
  "message.skipped": event(
    "discover",
    { en: "A message was not sent: {reason}", fr: "Un message n’a pas été envoyé : {reason}" },
    z.object({ purpose: z.string(), reason: z.string(), template: z.string(), campaignId: id.optional(), decisionId: id }),
  ),
  "message.delivered": event(
    "discover",
    { en: "A message was delivered", fr: "Un message a été remis" },
    z.object({ to: z.string() }),
  ),
  "message.bounced": event(
    "discover",
    { en: "A message bounced: {reason}", fr: "Un message est revenu : {reason}" },
    z.object({ to: z.string(), reason: z.string(), permanent: z.boolean() }),
  ),
  "message.opened": event(
    "discover",
    { en: "A message was opened", fr: "Un message a été ouvert" },
    z.object({ campaignId: id.optional() }),
  ),
  "message.clicked": event(
    "discover",
    { en: "A link was clicked: {url}", fr: "Un lien a été cliqué : {url}" },
    z.object({ url: z.string(), campaignId: id.optional(), visitorId: id.optional() }),
  ),
};
