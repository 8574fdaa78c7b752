import { bind } from "#platform/bind.ts";
import { campaignsContract } from "./contract.ts";
import { launchCampaign } from "./launch-campaign.ts";
import { figureEvents } from "./figure-events.ts";
import { listCampaigns, previewMail, readPage, showCampaign } from "./queries.ts";
import { showResults } from "./results.ts";
import { changeCampaign, createCampaign } from "./save-campaign.ts";
import { sendTest } from "./send-test.ts";
import { endCampaign, pauseCampaign } from "./stop-campaign.ts";

export const campaignsRoutes = bind(campaignsContract, {
  list: listCampaigns,
  show: showCampaign,
  results: showResults,
  figure: figureEvents,
  sendTest,
  preview: previewMail,
  create: createCampaign,
  change: changeCampaign,
  launch: launchCampaign,
  pause: pauseCampaign,
  resume: launchCampaign,
  end: endCampaign,
  page: readPage,
});
