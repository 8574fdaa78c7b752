/**
 * Provisioning: services switched on, and the word that everything ordered is there.
 * Words: installed service, identifier (what the network knows it by), delivery confirmation.
 * States of a service: active <-> suspended -> stopped.
 */
import { defineModule } from "#events/define-module.ts";
import { provisioningContract } from "./contract.ts";
import { provisioningEvents } from "./events.ts";
import { provisioningRoutes } from "./routes.ts";
import { provisioningSubscribers } from "./subscribers.ts";

export const provisioningModule = defineModule({
  id: "back-office/provisioning",
  contract: provisioningContract,
  routes: provisioningRoutes,
  events: provisioningEvents,
  subscribers: provisioningSubscribers,
  permissions: {
    "read installed services": {
      fr: "lire les services installés",
      roles: ["agent", "planner", "technician", "seller", "sales_manager", "biller", "cx_lead"],
    },
  },
});
