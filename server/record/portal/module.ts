/**
 * How customers get in: signed links, one-time codes, portal sessions.
 */
import { defineModule } from "#events/define-module.ts";
import { portalContract } from "./contract.ts";
import { portalEvents } from "./events.ts";

export const portalModule = defineModule({
  id: "record/portal",
  contract: portalContract,
  events: portalEvents,
});
