/**
 * Webhooks: telling other systems what happens, as the Standard Webhooks specification says.
 * Words: endpoint (who is told, of which events), delivery (one event to one endpoint), attempt, replay.
 * States of an endpoint: active, paused (waits), disabled (gone, or failing for days); of a delivery: pending, delivered, failed.
 */
import { defineModule } from "#events/define-module.ts";
import { webhooksContract } from "./contract.ts";
import { deliverWebhook } from "./deliver.ts";
import { webhooksEvents } from "./events.ts";
import { webhookDeliveries } from "./note-deliveries.ts";
import { webhooksRoutes } from "./routes.ts";

export const webhooksModule = defineModule({
  id: "record/webhooks",
  contract: webhooksContract,
  routes: webhooksRoutes,
  events: webhooksEvents,
  projections: [webhookDeliveries],
  tasks: [{ name: "webhooks/post", run: (ctx, input) => deliverWebhook(ctx, String(input.deliveryId)) }],
  permissions: {
    "manage webhooks": { fr: "gérer les webhooks et relire leurs envois", roles: [] },
  },
  refusals: {
    "webhook.not_https": {
      status: 422,
      en: "The address must begin with https://, so that nobody on the way can read along.",
      fr: "L’adresse doit commencer par https://, pour que personne ne puisse lire en chemin.",
    },
    "webhook.unknown_host": {
      status: 422,
      en: "No address was found for {host}. Check the spelling.",
      fr: "Aucune adresse trouvée pour {host}. Vérifiez l’orthographe.",
    },
    "webhook.private_address": {
      status: 422,
      en: "{host} leads into a private network. Only public addresses can be told.",
      fr: "{host} mène à un réseau privé. Seules des adresses publiques peuvent être prévenues.",
    },
    "webhook.unknown_event": { status: 422, en: "There is no event called {type}.", fr: "Il n’existe pas d’événement {type}." },
  },
});
