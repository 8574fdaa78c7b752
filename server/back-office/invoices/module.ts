/**
 * One combined invoice, its document and its XML.
 */
import { defineModule } from "#events/define-module.ts";
import { invoicesContract } from "./contract.ts";
import { invoicesEvents } from "./events.ts";

export const invoicesModule = defineModule({
  id: "back-office/invoices",
  contract: invoicesContract,
  events: invoicesEvents,
});
