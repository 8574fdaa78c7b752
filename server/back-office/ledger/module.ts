/**
 * Double entry, revenue by performance obligation, export to finance.
 */
import { defineModule } from "#events/define-module.ts";
import { ledgerContract } from "./contract.ts";
import { ledgerEvents } from "./events.ts";

export const ledgerModule = defineModule({
  id: "back-office/ledger",
  contract: ledgerContract,
  events: ledgerEvents,
});
