/**
 * Mining: the real process, discovered from events rather than drawn.
 * Words: case (here a customer), activity (a type of event), directly follows, variant, rework.
 * States: none; it only reads.
 */
import { defineModule } from "#events/define-module.ts";
import { miningContract } from "./contract.ts";
import { miningEvents } from "./events.ts";
import { miningRoutes } from "./routes.ts";

export const miningModule = defineModule({
  id: "analytics/mining",
  contract: miningContract,
  routes: miningRoutes,
  events: miningEvents,
  permissions: { "see processes": { fr: "voir les processus", roles: ["cx_lead", "marketer", "sales_manager", "planner"] } },
});
