/**
 * What a line costs and why.
 */
import { defineModule } from "#events/define-module.ts";
import { pricingContract } from "./contract.ts";
import { pricingEvents } from "./events.ts";

export const pricingModule = defineModule({
  id: "cpq/pricing",
  contract: pricingContract,
  events: pricingEvents,
});
