import { bind } from "#platform/bind.ts";
import { reportsContract } from "./contract.ts";
import { leadsReport, pipelineReport } from "./reports.ts";

export const reportsRoutes = bind(reportsContract, { pipeline: pipelineReport, leads: leadsReport });
