/**
 * What was bought: items with their actions.
 */
import { defineModule } from "#events/define-module.ts";
import { ordersContract } from "./contract.ts";
import { ordersEvents } from "./events.ts";

export const ordersModule = defineModule({
  id: "back-office/orders",
  contract: ordersContract,
  events: ordersEvents,
});
