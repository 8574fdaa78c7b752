/**
 * Answers from the record, hands over when unsure.
 */
import { defineModule } from "#events/define-module.ts";
import { assistantContract } from "./contract.ts";
import { assistantEvents } from "./events.ts";

export const assistantModule = defineModule({
  id: "experience/assistant",
  contract: assistantContract,
  events: assistantEvents,
});
