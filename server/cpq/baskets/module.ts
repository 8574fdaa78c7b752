/**
 * Baskets: a customer chooses by answering questions, and can only ever choose what works.
 * Words: basket, choice, extra (a recommended article beside the guide), conflict, way out, quote request.
 * States: open -> configured -> requested.
 */
import { defineModule } from "#events/define-module.ts";
import { basketsContract } from "./contract.ts";
import { basketsEvents } from "./events.ts";
import { basketsRoutes } from "./routes.ts";

export const basketsModule = defineModule({
  id: "cpq/baskets",
  contract: basketsContract,
  routes: basketsRoutes,
  events: basketsEvents,
  refusals: {
    "basket.requested": {
      status: 409,
      en: "A quote was asked for already. Start a new basket to choose something else.",
      fr: "Un devis est déjà demandé. Commencez un nouveau panier pour choisir autre chose.",
    },
    "basket.unknown_option": {
      status: 422,
      en: "There is no option {feature} in this guide.",
      fr: "L’option {feature} n’existe pas dans ce guide.",
    },
    "basket.not_possible": {
      status: 409,
      en: "This does not go with what was chosen. {sku}",
      fr: "Cela ne va pas avec les choix faits. {sku}",
    },
  },
});
