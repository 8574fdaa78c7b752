/**
 * Standing reports over the record.
 */
import { defineModule } from "#events/define-module.ts";
import { reportsContract } from "./contract.ts";
import { reportsEvents } from "./events.ts";

export const reportsModule = defineModule({
  id: "analytics/reports",
  contract: reportsContract,
  events: reportsEvents,
});
