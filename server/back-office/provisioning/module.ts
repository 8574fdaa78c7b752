/**
 * Services switched on, and the customer told.
 */
import { defineModule } from "#events/define-module.ts";
import { provisioningContract } from "./contract.ts";
import { provisioningEvents } from "./events.ts";

export const provisioningModule = defineModule({
  id: "back-office/provisioning",
  contract: provisioningContract,
  events: provisioningEvents,
});
