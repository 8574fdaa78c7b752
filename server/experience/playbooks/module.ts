/**
 * Playbooks: what to do when something happens, step by step, by whom, by when.
 * Words: playbook, step, run (a playbook under way for a customer).
 * States of a run: open -> done, when its last step is ticked off.
 */
import { defineModule } from "#events/define-module.ts";
import { playbooksContract } from "./contract.ts";
import { playbooksEvents } from "./events.ts";
import { playbooksRoutes } from "./routes.ts";
import { seedPlaybooks } from "./seed.ts";
import { playbooksSubscribers } from "./subscribers.ts";

export const playbooksModule = defineModule({
  id: "experience/playbooks",
  contract: playbooksContract,
  routes: playbooksRoutes,
  events: playbooksEvents,
  subscribers: playbooksSubscribers,
  permissions: {
    "read playbooks": { fr: "lire les plans d’action", roles: ["cx_lead", "sales_manager", "seller", "agent", "planner"] },
    "work on playbooks": { fr: "suivre les plans d’action", roles: ["cx_lead", "sales_manager", "seller", "agent", "planner"] },
    "change playbooks": { fr: "changer les plans d’action", roles: ["cx_lead"] },
  },
  seed: seedPlaybooks,
});
