/**
 * Interactions: what visitors of public pages do, before and after we know who they are.
 * Words: visitor (an id their own browser keeps), page view, click (a tracked link followed), line.
 * States: anonymous -> identified (record/customers joins the visitor to a contact).
 */
import { defineModule } from "#events/define-module.ts";
import { interactionsContract } from "./contract.ts";
import { interactionsEvents } from "./events.ts";
import { interactionsRoutes } from "./routes.ts";

export const interactionsModule = defineModule({
  id: "front-office/interactions",
  contract: interactionsContract,
  routes: interactionsRoutes,
  events: interactionsEvents,
});
