/**
 * Offers brought to a segment: landing page, e-mails, results.
 */
import { defineModule } from "#events/define-module.ts";
import { campaignsContract } from "./contract.ts";
import { campaignsEvents } from "./events.ts";

export const campaignsModule = defineModule({
  id: "front-office/campaigns",
  contract: campaignsContract,
  events: campaignsEvents,
});
