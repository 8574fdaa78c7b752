import { bind } from "#platform/bind.ts";
import { captureLead } from "./capture-lead.ts";
import { disqualifyLead, recycleLead } from "./close-lead.ts";
import { leadsContract } from "./contract.ts";
import { handOverLead } from "./hand-over-lead.ts";
import { changeNurture, showNurture } from "./nurture-steps.ts";
import { listLeads, showLead } from "./queries.ts";
import { respondToLead } from "./respond-to-lead.ts";
import { changeRouting, changeScoreRule, changeSettings, showSettings } from "./settings.ts";

export const leadsRoutes = bind(leadsContract, {
  list: listLeads,
  show: showLead,
  capture: captureLead,
  handOver: handOverLead,
  respond: respondToLead,
  disqualify: disqualifyLead,
  recycle: recycleLead,
  settings: showSettings,
  nurture: showNurture,
  changeNurture,
  changeSettings,
  changeScoreRule,
  changeRouting,
});
