/**
 * What visitors do: page views, clicks, who they turn out to be.
 */
import { defineModule } from "#events/define-module.ts";
import { interactionsContract } from "./contract.ts";
import { interactionsEvents } from "./events.ts";

export const interactionsModule = defineModule({
  id: "front-office/interactions",
  contract: interactionsContract,
  events: interactionsEvents,
});
