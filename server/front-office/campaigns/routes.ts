import { bind } from "#platform/bind.ts";
import { campaignsContract } from "./contract.ts";
import { launchCampaign } from "./launch-campaign.ts";
import { listCampaigns, previewMail, readPage, showCampaign, showResults } from "./queries.ts";
import { changeCampaign, createCampaign } from "./save-campaign.ts";
import { endCampaign, pauseCampaign } from "./stop-campaign.ts";

export const campaignsRoutes = bind(campaignsContract, {
  list: listCampaigns,
  show: showCampaign,
  results: showResults,
  preview: previewMail,
  create: createCampaign,
  change: changeCampaign,
  launch: launchCampaign,
  pause: pauseCampaign,
  resume: launchCampaign,
  end: endCampaign,
  page: readPage,
});
