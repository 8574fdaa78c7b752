/**
 * What goes well with it, always sellable.
 */
import { defineModule } from "#events/define-module.ts";
import { recommendationsContract } from "./contract.ts";
import { recommendationsEvents } from "./events.ts";

export const recommendationsModule = defineModule({
  id: "cpq/recommendations",
  contract: recommendationsContract,
  events: recommendationsEvents,
});
