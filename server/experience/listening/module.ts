/**
 * Listening: what people publish about us elsewhere.
 * Words: review, site, rating (1-5).
 * States: none.
 */
import { defineModule } from "#events/define-module.ts";
import { listeningContract } from "./contract.ts";
import { listeningEvents } from "./events.ts";
import { listeningRoutes } from "./routes.ts";

export const listeningModule = defineModule({
  id: "experience/listening",
  contract: listeningContract,
  routes: listeningRoutes,
  events: listeningEvents,
  permissions: {
    "read reviews": { fr: "lire les avis publiés", roles: ["cx_lead", "marketer", "agent", "sales_manager"] },
    "note reviews": { fr: "noter les avis publiés", roles: ["cx_lead", "marketer", "agent"] },
  },
});
