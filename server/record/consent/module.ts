/**
 * What each person agreed to, per purpose and text version, as an append-only chained ledger.
 */
import { defineModule } from "#events/define-module.ts";
import { consentContract } from "./contract.ts";
import { consentEvents } from "./events.ts";

export const consentModule = defineModule({
  id: "record/consent",
  contract: consentContract,
  events: consentEvents,
});
