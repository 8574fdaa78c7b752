/**
 * CES, CSAT, NPS, asked with restraint.
 */
import { defineModule } from "#events/define-module.ts";
import { surveysContract } from "./contract.ts";
import { surveysEvents } from "./events.ts";

export const surveysModule = defineModule({
  id: "experience/surveys",
  contract: surveysContract,
  events: surveysEvents,
});
