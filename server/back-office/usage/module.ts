/**
 * What was consumed, exactly once.
 */
import { defineModule } from "#events/define-module.ts";
import { usageContract } from "./contract.ts";
import { usageEvents } from "./events.ts";

export const usageModule = defineModule({
  id: "back-office/usage",
  contract: usageContract,
  events: usageEvents,
});
