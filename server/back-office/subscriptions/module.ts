/**
 * What continues: item versions, periods, obligations.
 */
import { defineModule } from "#events/define-module.ts";
import { subscriptionsContract } from "./contract.ts";
import { subscriptionsEvents } from "./events.ts";

export const subscriptionsModule = defineModule({
  id: "back-office/subscriptions",
  contract: subscriptionsContract,
  events: subscriptionsEvents,
});
