/**
 * Value, health, risk of leaving.
 */
import { defineModule } from "#events/define-module.ts";
import { customerValueContract } from "./contract.ts";
import { customerValueEvents } from "./events.ts";

export const customerValueModule = defineModule({
  id: "experience/customer-value",
  contract: customerValueContract,
  events: customerValueEvents,
});
