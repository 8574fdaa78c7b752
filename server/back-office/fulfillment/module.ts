/**
 * The plan: tasks, dependencies, promised date, jeopardy.
 */
import { defineModule } from "#events/define-module.ts";
import { fulfillmentContract } from "./contract.ts";
import { fulfillmentEvents } from "./events.ts";

export const fulfillmentModule = defineModule({
  id: "back-office/fulfillment",
  contract: fulfillmentContract,
  events: fulfillmentEvents,
});
