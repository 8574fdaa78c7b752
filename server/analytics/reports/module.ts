/**
 * Reports: standing questions over the record, each figure with its definition.
 * Words: pipeline, win rate, engage-to-close, conversion by source.
 * States: none.
 */
import { defineModule } from "#events/define-module.ts";
import { reportsContract } from "./contract.ts";
import { reportsEvents } from "./events.ts";
import { reportsRoutes } from "./routes.ts";

export const reportsModule = defineModule({
  id: "analytics/reports",
  contract: reportsContract,
  routes: reportsRoutes,
  events: reportsEvents,
  permissions: {
    "read reports": { fr: "lire les rapports", roles: ["marketer", "seller", "sales_manager", "cx_lead", "biller"] },
  },
});
