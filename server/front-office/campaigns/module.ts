/**
 * Campaigns: an offer brought to people, with its page, its messages and what came of it.
 * Words: campaign, offer, landing page, segment, result (attributed along the line).
 * States: draft -> launched <-> paused -> ended.
 */
import { defineModule } from "#events/define-module.ts";
import { campaignsContract } from "./contract.ts";
import { campaignsEvents } from "./events.ts";
import { campaignsJobs, campaignsTasks } from "./jobs.ts";
import { campaignsRoutes } from "./routes.ts";
import { seedCampaigns } from "./seed.ts";

export const campaignsModule = defineModule({
  id: "front-office/campaigns",
  contract: campaignsContract,
  routes: campaignsRoutes,
  events: campaignsEvents,
  tasks: campaignsTasks,
  jobs: campaignsJobs,
  permissions: {
    "read campaigns": { fr: "lire les campagnes", roles: ["marketer", "sales_manager", "cx_lead"] },
    "run campaigns": { fr: "mener les campagnes", roles: ["marketer"] },
  },
  refusals: {
    "campaign.wrong_state": {
      status: 409,
      en: "A campaign that is {status} cannot do that.",
      fr: "Une campagne dans l’état {status} ne le permet pas.",
    },
  },
  seed: seedCampaigns,
});
