/**
 * The journey map, drawn from the events.
 */
import { defineModule } from "#events/define-module.ts";
import { journeysContract } from "./contract.ts";
import { journeysEvents } from "./events.ts";

export const journeysModule = defineModule({
  id: "experience/journeys",
  contract: journeysContract,
  events: journeysEvents,
});
