/**
 * Referrals, rewards, testimonials.
 */
import { defineModule } from "#events/define-module.ts";
import { loyaltyContract } from "./contract.ts";
import { loyaltyEvents } from "./events.ts";

export const loyaltyModule = defineModule({
  id: "experience/loyalty",
  contract: loyaltyContract,
  events: loyaltyEvents,
});
