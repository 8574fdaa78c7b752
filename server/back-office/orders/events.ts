import { z } from "zod";
import { currency, day, event, id, minor } from "#events/define-event.ts";
import { address, soldLine } from "#cpq/quotes/events.ts";

export const ordersEvents = {
  "order.placed": event(
    "receive",
    { en: "Order {number} placed", fr: "Commande {number} passée" },
    z.object({
      number: z.string(),
      quoteId: id.nullable(),
      opportunityId: id.nullable(),
      currency,
      netMinor: minor,
      totalMinor: minor,
      items: z.array(soldLine.extend({ itemId: id, action: z.enum(["add", "modify", "delete", "no_change"]) })),
      deliveryAddress: address,
      locale: z.enum(["en", "fr"]),
    }),
  ),
  "order.amended": event(
    "receive",
    { en: "Order {number} amended", fr: "Commande {number} modifiée" },
    z.object({ number: z.string(), what: z.string(), itemId: id, line: soldLine }),
  ),
  "order.completed": event(
    "receive",
    { en: "Order {number} completed", fr: "Commande {number} terminée" },
    z.object({ number: z.string(), onTime: z.boolean(), promisedFor: day.nullable() }),
  ),
  "order.cancelled": event(
    "receive",
    { en: "Order {number} cancelled: {reason}", fr: "Commande {number} annulée : {reason}" },
    z.object({ number: z.string(), reason: z.string() }),
  ),
  "return.requested": event(
    "receive",
    { en: "Return asked: {reason}", fr: "Retour demandé : {reason}" },
    z.object({ orderId: id, itemId: id, reason: z.string() }),
  ),
  "return.received": event(
    "receive",
    { en: "Return received", fr: "Retour reçu" },
    z.object({ orderId: id, itemId: id, condition: z.string() }),
  ),
};
