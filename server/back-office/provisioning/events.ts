import { z } from "zod";
import { event, id, instant } from "#events/define-event.ts";

export const provisioningEvents = {
  "service.provisioned": event(
    "receive",
    { en: "Service {service} is active", fr: "Le service {service} est actif" },
    z.object({ orderId: id, itemId: id, taskId: id, service: z.string(), identifier: z.string() }),
  ),
  "delivery.confirmed": event(
    "receive",
    { en: "Everything ordered is delivered and active", fr: "Toute la commande est livrée et active" },
    z.object({ orderId: id, confirmedAt: instant }),
  ),
};
