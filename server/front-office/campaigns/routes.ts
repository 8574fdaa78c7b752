import { bind } from "#platform/bind.ts";
import { campaignsContract } from "./contract.ts";
import { listCampaigns, readPage, showCampaign } from "./queries.ts";
import { endCampaign, launchCampaign, pauseCampaign, resumeCampaign } from "./run-campaign.ts";
import { changeCampaign, createCampaign } from "./save-campaign.ts";

export const campaignsRoutes = bind(campaignsContract, {
  list: listCampaigns,
  show: showCampaign,
  create: createCampaign,
  change: changeCampaign,
  launch: launchCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  end: endCampaign,
  page: readPage,
});
