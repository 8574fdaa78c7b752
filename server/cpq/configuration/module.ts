/**
 * Which choices fit together, exactly and with reasons.
 */
import { defineModule } from "#events/define-module.ts";
import { configurationContract } from "./contract.ts";
import { configurationEvents } from "./events.ts";

export const configurationModule = defineModule({
  id: "cpq/configuration",
  contract: configurationContract,
  events: configurationEvents,
});
