/**
 * Guided choice by the customer, always valid.
 */
import { defineModule } from "#events/define-module.ts";
import { basketsContract } from "./contract.ts";
import { basketsEvents } from "./events.ts";

export const basketsModule = defineModule({
  id: "cpq/baskets",
  contract: basketsContract,
  events: basketsEvents,
});
