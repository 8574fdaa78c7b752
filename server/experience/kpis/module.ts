/**
 * A figure and a target per stage.
 */
import { defineModule } from "#events/define-module.ts";
import { kpisContract } from "./contract.ts";
import { kpisEvents } from "./events.ts";

export const kpisModule = defineModule({
  id: "experience/kpis",
  contract: kpisContract,
  events: kpisEvents,
});
