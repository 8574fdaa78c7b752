/**
 * Mining: the real process, discovered from events rather than drawn.
 * Words: process (lead to cash, order to cash …), case (one lead, deal, order, conversation or customer), activity (a type of event), directly follows, variant, rework, conformance (how cases keep to the
 * journey that is meant: missing, too often, out of order). States: none; it reads, and keeps how stages are meant to be lived.
 */
import { defineModule } from "#events/define-module.ts";
import { miningContract } from "./contract.ts";
import { eventsExporter } from "./events-exporter.ts";
import { miningEvents } from "./events.ts";
import { processCases } from "./processes/projection.ts";
import { miningRoutes } from "./routes.ts";

export const miningModule = defineModule({
  id: "analytics/mining",
  contract: miningContract,
  routes: miningRoutes,
  events: miningEvents,
  exporters: [eventsExporter],
  projections: [processCases],
  permissions: { "see processes": { fr: "voir les processus", roles: ["cx_lead", "marketer", "sales_manager", "planner"] } },
  refusals: {
    "mining.unknown_step": {
      status: 422,
      en: "This process has no step called {step}. Choose steps from its list.",
      fr: "Ce processus n’a pas d’étape nommée {step}. Choisissez les étapes dans sa liste.",
    },
  },
});
