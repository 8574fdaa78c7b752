/**
 * Named groups of people, kept live by the events that touch them.
 */
import { defineModule } from "#events/define-module.ts";
import { segmentsContract } from "./contract.ts";
import { segmentsEvents } from "./events.ts";

export const segmentsModule = defineModule({
  id: "record/segments",
  contract: segmentsContract,
  events: segmentsEvents,
});
