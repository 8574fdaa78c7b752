/**
 * Opportunities: deals, from first talk to won or lost.
 * Words: opportunity, stage, owner, move (a change of stage), forecast (value weighted by the stage's probability).
 * States: prospecting -> engaging -> proposal -> negotiation -> won | lost; a lost one may be opened again.
 */
import { opportunitiesImporter } from "./importer.ts";
import { defineModule } from "#events/define-module.ts";
import { opportunitiesContract } from "./contract.ts";
import { opportunitiesExporter } from "./exporter.ts";
import { opportunitiesEvents } from "./events.ts";
import { opportunitiesJobs } from "./jobs.ts";
import { opportunitiesRoutes } from "./routes.ts";
import { opportunitiesSubscribers } from "./subscribers.ts";

export const opportunitiesModule = defineModule({
  id: "front-office/opportunities",
  contract: opportunitiesContract,
  routes: opportunitiesRoutes,
  events: opportunitiesEvents,
  subscribers: opportunitiesSubscribers,
  jobs: opportunitiesJobs,
  importers: [opportunitiesImporter],
  exporters: [opportunitiesExporter],
  permissions: {
    "read opportunities": { fr: "lire les affaires", roles: ["seller", "sales_manager", "marketer", "biller", "cx_lead"] },
    "work on opportunities": { fr: "travailler sur les affaires", roles: ["seller", "sales_manager"] },
    "assign opportunities": { fr: "confier les affaires", roles: ["sales_manager"] },
    "change opportunity stages": { fr: "changer les étapes des affaires", roles: ["sales_manager"] },
  },
  refusals: {
    "opportunity.closed": {
      status: 409,
      en: "This deal is closed ({stage}). A lost deal can be opened again; a won one cannot.",
      fr: "Cette affaire est close ({stage}). Une affaire perdue peut être rouverte, une gagnée non.",
    },
    "opportunity.use_win_or_loss": {
      status: 422,
      en: "Close a deal with win or loss, not by moving it to {stage}.",
      fr: "Clôturez une affaire par gain ou perte, pas en la déplaçant vers {stage}.",
    },
  },
});
