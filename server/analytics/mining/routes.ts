import { bind } from "#platform/bind.ts";
import { miningContract } from "./contract.ts";
import { judgeJourney } from "./judge-journey.ts";
import { mineEvents } from "./mine-events.ts";
import { drawProcessFunnel } from "./processes/draw-process-funnel.ts";
import { exploreProcess } from "./processes/explore-process.ts";
import { listProcessCases } from "./processes/list-process-cases.ts";
import { listProcesses } from "./processes/list-processes.ts";
import { showProcessCase } from "./processes/show-process-case.ts";
import { setIntendedStages } from "./set-intended-stages.ts";

export const miningRoutes = bind(miningContract, {
  process: mineEvents,
  conformance: judgeJourney,
  intend: setIntendedStages,
  processes: listProcesses,
  explore: exploreProcess,
  cases: listProcessCases,
  oneCase: showProcessCase,
  funnel: drawProcessFunnel,
});
