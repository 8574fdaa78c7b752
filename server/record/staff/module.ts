/**
 * Who works here: people, teams, roles, sign-in, API keys, audit trail.
 */
import { defineModule } from "#events/define-module.ts";
import { staffContract } from "./contract.ts";
import { staffEvents } from "./events.ts";

export const staffModule = defineModule({
  id: "record/staff",
  contract: staffContract,
  events: staffEvents,
});
