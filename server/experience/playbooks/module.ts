/**
 * What to do when.
 */
import { defineModule } from "#events/define-module.ts";
import { playbooksContract } from "./contract.ts";
import { playbooksEvents } from "./events.ts";

export const playbooksModule = defineModule({
  id: "experience/playbooks",
  contract: playbooksContract,
  events: playbooksEvents,
});
