import { bind } from "#platform/bind.ts";
import { addImprovement, addPainPoint, addPersona, changeImprovement, changeStages } from "./change-journey.ts";
import { journeysContract } from "./contract.ts";
import { drawFunnel } from "./draw-funnel.ts";
import { drawMap } from "./draw-map.ts";
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
  addPersona,
});
