/**
 * Who we are: legal entity, brand, business calendars, settings, status of the installation.
 */
import { defineModule } from "#events/define-module.ts";
import { organisationContract } from "./contract.ts";
import { organisationEvents } from "./events.ts";

export const organisationModule = defineModule({
  id: "record/organisation",
  contract: organisationContract,
  events: organisationEvents,
});
