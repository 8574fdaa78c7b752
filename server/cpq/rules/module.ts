/**
 * Decisions as tables: approvals, eligibility.
 */
import { defineModule } from "#events/define-module.ts";
import { rulesContract } from "./contract.ts";
import { rulesEvents } from "./events.ts";

export const rulesModule = defineModule({
  id: "cpq/rules",
  contract: rulesContract,
  events: rulesEvents,
});
