/**
 * What is done about a missed target, and whether it worked.
 */
import { defineModule } from "#events/define-module.ts";
import { actionsContract } from "./contract.ts";
import { actionsEvents } from "./events.ts";

export const actionsModule = defineModule({
  id: "experience/actions",
  contract: actionsContract,
  events: actionsEvents,
});
