/**
 * People who may buy: captured, scored, nurtured, handed over, qualified.
 */
import { defineModule } from "#events/define-module.ts";
import { leadsContract } from "./contract.ts";
import { leadsEvents } from "./events.ts";

export const leadsModule = defineModule({
  id: "front-office/leads",
  contract: leadsContract,
  events: leadsEvents,
});
