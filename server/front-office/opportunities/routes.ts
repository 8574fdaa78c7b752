import { bind } from "#platform/bind.ts";
import { assignOpportunity, changeOpportunity, changeStage } from "./change-opportunity.ts";
import { opportunitiesContract } from "./contract.ts";
import { advanceOpportunity, loseOpportunity, winOpportunity } from "./move-opportunity.ts";
import { openOpportunity } from "./open-opportunity.ts";
import { qualifyLead } from "./qualify-lead.ts";
import { listOpportunities, listStages, showBoard, showOpportunity } from "./queries.ts";

export const opportunitiesRoutes = bind(opportunitiesContract, {
  list: listOpportunities,
  board: showBoard,
  show: showOpportunity,
  open: openOpportunity,
  change: changeOpportunity,
  assign: assignOpportunity,
  advance: advanceOpportunity,
  win: winOpportunity,
  lose: loseOpportunity,
  stages: listStages,
  changeStage,
  qualify: qualifyLead,
});
