import { bind } from "#platform/bind.ts";
import { recommendationsContract } from "./contract.ts";
import { listRecommendations } from "./recommend.ts";
import { stateRecommendation } from "./state-recommendation.ts";
import { withdrawRecommendation } from "./withdraw-recommendation.ts";

export const recommendationsRoutes = bind(recommendationsContract, {
  list: listRecommendations,
  state: stateRecommendation,
  withdraw: withdrawRecommendation,
});
