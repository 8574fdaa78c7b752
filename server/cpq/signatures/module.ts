/**
 * Acceptance anyone can verify: who signed which bytes, when, how we knew.
 */
import { defineModule } from "#events/define-module.ts";
import { signaturesContract } from "./contract.ts";
import { signaturesEvents } from "./events.ts";

export const signaturesModule = defineModule({
  id: "cpq/signatures",
  contract: signaturesContract,
  events: signaturesEvents,
});
