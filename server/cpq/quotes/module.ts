/**
 * Offers with a price and a date: versions, documents, negotiation.
 */
import { defineModule } from "#events/define-module.ts";
import { quotesContract } from "./contract.ts";
import { quotesEvents } from "./events.ts";

export const quotesModule = defineModule({
  id: "cpq/quotes",
  contract: quotesContract,
  events: quotesEvents,
});
