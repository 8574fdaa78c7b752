/**
 * The one connected record: accounts, contacts, identifiers, one timeline, reversible merge.
 */
import { defineModule } from "#events/define-module.ts";
import { customersContract } from "./contract.ts";
import { customersEvents } from "./events.ts";

export const customersModule = defineModule({
  id: "record/customers",
  contract: customersContract,
  events: customersEvents,
});
