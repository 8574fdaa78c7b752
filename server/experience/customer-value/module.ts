/**
 * Customer value: what a customer is worth, how they are doing, how likely they are to leave, and why.
 * Words: value, margin, monthly recurring revenue, health (0-100), risk of leaving, GRR and NRR.
 * States: none; a customer who ended the last subscription has churned.
 */
import { defineModule } from "#events/define-module.ts";
import { customerValueContract } from "./contract.ts";
import { customerValueEvents } from "./events.ts";
import { customerValueJobs } from "./jobs.ts";
import { customerValueRoutes } from "./routes.ts";
import { customerValueSubscribers } from "./subscribers.ts";

export const customerValueModule = defineModule({
  id: "experience/customer-value",
  contract: customerValueContract,
  routes: customerValueRoutes,
  events: customerValueEvents,
  subscribers: customerValueSubscribers,
  jobs: customerValueJobs,
  permissions: {
    "read customer value": { fr: "lire la valeur des clients", roles: ["cx_lead", "sales_manager", "seller", "marketer"] },
  },
});
