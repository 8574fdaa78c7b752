/**
 * Deals: stages, owners, value, forecast.
 */
import { defineModule } from "#events/define-module.ts";
import { opportunitiesContract } from "./contract.ts";
import { opportunitiesEvents } from "./events.ts";

export const opportunitiesModule = defineModule({
  id: "front-office/opportunities",
  contract: opportunitiesContract,
  events: opportunitiesEvents,
});
