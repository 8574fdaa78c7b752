import { bind } from "#platform/bind.ts";
import { addPersona, changeStages } from "./change-journey.ts";
import { journeysContract } from "./contract.ts";
import { drawFunnel } from "./draw-funnel.ts";
import { drawMap } from "./draw-map.ts";
import {
  addImprovement,
  addPainPoint,
  changeImprovement,
  changePainPoint,
  closePainPoint,
  reopenPainPoint,
} from "./improve-journey.ts";
import { listImprovements } from "./list-improvements.ts";
import { listJourneys, listStanding, showJourney } from "./queries.ts";

export const journeysRoutes = bind(journeysContract, {
  list: listJourneys,
  show: showJourney,
  map: drawMap,
  funnel: drawFunnel,
  standing: listStanding,
  changeStages,
  addPainPoint,
  addImprovement,
  changeImprovement,
  changePainPoint,
  closePainPoint,
  reopenPainPoint,
  improvements: listImprovements,
  addPersona,
});
