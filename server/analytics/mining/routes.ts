import { bind } from "#platform/bind.ts";
import { miningContract } from "./contract.ts";
import { judgeJourney } from "./judge-journey.ts";
import { mineEvents } from "./mine-events.ts";
import { setIntendedStages } from "./set-intended-stages.ts";

export const miningRoutes = bind(miningContract, { process: mineEvents, conformance: judgeJourney, intend: setIntendedStages });
