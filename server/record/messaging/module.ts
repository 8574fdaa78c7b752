/**
 * Every message to a person: the decision that allowed it, the sending, what became of it.
 */
import { defineModule } from "#events/define-module.ts";
import { messagingContract } from "./contract.ts";
import { messagingEvents } from "./events.ts";

export const messagingModule = defineModule({
  id: "record/messaging",
  contract: messagingContract,
  events: messagingEvents,
});
