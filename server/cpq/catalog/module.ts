/**
 * What is sold: offerings, characteristics, price books, prices.
 */
import { defineModule } from "#events/define-module.ts";
import { catalogContract } from "./contract.ts";
import { catalogEvents } from "./events.ts";

export const catalogModule = defineModule({
  id: "cpq/catalog",
  contract: catalogContract,
  events: catalogEvents,
});
