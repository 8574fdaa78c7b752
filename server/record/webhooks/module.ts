/**
 * Telling other systems: signed, retried, replayable deliveries of events.
 */
import { defineModule } from "#events/define-module.ts";
import { webhooksContract } from "./contract.ts";
import { webhooksEvents } from "./events.ts";

export const webhooksModule = defineModule({
  id: "record/webhooks",
  contract: webhooksContract,
  events: webhooksEvents,
});
