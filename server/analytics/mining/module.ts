/**
 * The real process, discovered.
 */
import { defineModule } from "#events/define-module.ts";
import { miningContract } from "./contract.ts";
import { miningEvents } from "./events.ts";

export const miningModule = defineModule({
  id: "analytics/mining",
  contract: miningContract,
  events: miningEvents,
});
