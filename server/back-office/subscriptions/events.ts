import { z } from "zod";
import { currency, day, event, id, minor } from "#events/define-event.ts";

export const subscriptionsEvents = {
  "subscription.started": event(
    "use",
    { en: "Subscription to {name} started", fr: "Abonnement {name} commencé" },
    z.object({
      orderId: id,
      itemId: id,
      name: z.string(),
      startsOn: day,
      monthlyMinor: minor,
      currency,
      meters: z.array(z.string()),
    }),
  ),
  "subscription.changed": event(
    "use",
    { en: "Subscription changed: {what}", fr: "Abonnement modifié : {what}" },
    z.object({ what: z.string(), effectiveOn: day }),
  ),
  "subscription.paused": event(
    "use",
    { en: "Subscription paused", fr: "Abonnement suspendu" },
    z.object({ effectiveOn: day, reason: z.string() }),
  ),
  "subscription.resumed": event("use", { en: "Subscription resumed", fr: "Abonnement repris" }, z.object({ effectiveOn: day })),
  "subscription.renewed": event(
    "stay",
    { en: "Subscription renewed until {until}", fr: "Abonnement renouvelé jusqu’au {until}" },
    z.object({ until: day }),
  ),
  "subscription.cancelled": event(
    "stay",
    { en: "Subscription cancelled: {reason}", fr: "Abonnement résilié : {reason}" },
    z.object({ reason: z.string(), endsOn: day, monthlyMinor: minor, currency }),
  ),
};
