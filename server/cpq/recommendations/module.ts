/**
 * Recommendations: what goes well with it, stated or learnt from orders, always something on sale.
 * Words: cross-sell (goes with it), up-sell (is more of it), confidence, lift.
 * States: none.
 */
import { defineModule } from "#events/define-module.ts";
import { recommendationsContract } from "./contract.ts";
import { recommendationsEvents } from "./events.ts";
import { recommendationsRoutes } from "./routes.ts";
import { seedRecommendations } from "./seed.ts";
import { recommendationsSubscribers } from "./subscribers.ts";

export const recommendationsModule = defineModule({
  id: "cpq/recommendations",
  contract: recommendationsContract,
  routes: recommendationsRoutes,
  events: recommendationsEvents,
  subscribers: recommendationsSubscribers,
  refusals: {
    "recommendation.unknown_offering": {
      status: 422,
      en: "{sku} or {withSku} is not in the catalogue.",
      fr: "{sku} ou {withSku} n’est pas au catalogue.",
    },
    "recommendation.with_itself": {
      status: 422,
      en: "An article cannot go with itself. Choose another one.",
      fr: "Un article ne peut pas aller avec lui-même. Choisissez-en un autre.",
    },
  },
  seed: seedRecommendations,
});
