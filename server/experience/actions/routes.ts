import { bind } from "#platform/bind.ts";
import { actionsContract } from "./contract.ts";
import { decideGoodwill, giveGoodwill, goodwillLimit, setGoodwillLimit } from "./give-goodwill.ts";
import { completeAction, measureAction } from "./finish-action.ts";
import { listActions, listRules } from "./queries.ts";
import { startAction } from "./start-action.ts";

export const actionsRoutes = bind(actionsContract, {
  list: listActions,
  rules: listRules,
  start: (ctx, input) => startAction(ctx, input),
  complete: completeAction,
  giveGoodwill,
  decideGoodwill,
  goodwillLimit,
  setGoodwillLimit,
  measure: measureAction,
});
