/**
 * Money in: card, transfer, matching, reminders.
 */
import { defineModule } from "#events/define-module.ts";
import { paymentsContract } from "./contract.ts";
import { paymentsEvents } from "./events.ts";

export const paymentsModule = defineModule({
  id: "back-office/payments",
  contract: paymentsContract,
  events: paymentsEvents,
});
