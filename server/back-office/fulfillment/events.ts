import { z } from "zod";
import { day, event, id, instant } from "#events/define-event.ts";

export const fulfillmentEvents = {
  "order.planned": event(
    "receive",
    { en: "Plan made, promised for {promisedFor}", fr: "Plan établi, promis pour le {promisedFor}" },
    z.object({
      promisedFor: day,
      tasks: z.array(z.object({ taskId: id, kind: z.string(), itemId: id.nullable(), dependsOn: z.array(id), dueAt: instant })),
    }),
  ),
  "order.jeopardised": event(
    "receive",
    { en: "The promised date {promisedFor} is at risk: {reason}", fr: "La date promise du {promisedFor} est menacée : {reason}" },
    z.object({ promisedFor: day, expectedFor: day, reason: z.string(), taskId: id }),
  ),
  "order.promise_moved": event(
    "receive",
    { en: "New promised date {to} (was {from})", fr: "Nouvelle date promise : {to} (au lieu du {from})" },
    z.object({ from: day, to: day, reason: z.string() }),
  ),
  "task.started": event(
    "receive",
    { en: "Task started: {name}", fr: "Tâche commencée : {name}" },
    z.object({ orderId: id, kind: z.string(), name: z.string().optional(), itemId: id.nullable() }),
  ),
  "task.completed": event(
    "receive",
    { en: "Task completed: {name}", fr: "Tâche terminée : {name}" },
    z.object({ orderId: id, kind: z.string(), name: z.string().optional(), itemId: id.nullable(), onTime: z.boolean() }),
  ),
  "task.failed": event(
    "receive",
    { en: "Task failed: {name}, {reason}", fr: "Tâche en échec : {name}, {reason}" },
    z.object({ orderId: id, kind: z.string(), name: z.string().optional(), reason: z.string() }),
  ),
  "shipment.dispatched": event(
    "receive",
    { en: "Shipped with {carrier}, tracking {tracking}", fr: "Expédié par {carrier}, suivi {tracking}" },
    z.object({ orderId: id, itemIds: z.array(id), carrier: z.string(), tracking: z.string() }),
  ),
  "shipment.delivered": event(
    "receive",
    { en: "Delivered to {receivedBy}", fr: "Livré à {receivedBy}" },
    z.object({ orderId: id, itemIds: z.array(id), receivedBy: z.string() }),
  ),
};
