/**
 * Campaigns: an offer brought to a segment, by mail and by a landing page, and what came of it.
 * Words: campaign, offer, landing page, recipient (who was in the segment at launch), pace (a token bucket), results
 * (followed along the line, from message to payment).
 * States: draft -> launched <-> paused -> ended. More than 0.5 % unsubscribing pauses it.
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
  jobs: campaignsJobs,
  tasks: campaignsTasks,
  seed: seedCampaigns,
  permissions: {
    "read campaigns": { fr: "lire les campagnes et leurs résultats", roles: ["marketer", "cx_lead", "seller", "sales_manager"] },
    "run campaigns": { fr: "préparer, lancer et arrêter les campagnes", roles: ["marketer"] },
  },
  refusals: {
    "campaign.wrong_state": {
      status: 409,
      en: "A campaign that is {status} cannot do that.",
      fr: "Une campagne dans l’état {status} ne le permet pas.",
    },
    "campaign.already_launched": {
      status: 409,
      en: "Its segment and its mail were settled at launch. Prepare another campaign for other words or other people.",
      fr: "Le segment et l’e-mail sont fixés au lancement. Préparez une autre campagne pour d’autres mots ou d’autres personnes.",
    },
    "campaign.nobody": {
      status: 422,
      en: "Choose the segment this mail goes to, then launch.",
      fr: "Choisissez le segment destinataire, puis lancez.",
    },
  },
});
