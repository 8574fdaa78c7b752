/**
 * Orders: what was bought, item by item, with what is to be done about each.
 * Words: order, order item (action add | modify | delete | no_change), amendment, return.
 * States: placed -> planned -> in_progress -> completed | cancelled; an item may change until it leaves.
 */
import { defineModule } from "#events/define-module.ts";
import { ordersContract } from "./contract.ts";
import { ordersEvents } from "./events.ts";
import { ordersRoutes } from "./routes.ts";
import { ordersSubscribers } from "./subscribers.ts";

export const ordersModule = defineModule({
  id: "back-office/orders",
  contract: ordersContract,
  routes: ordersRoutes,
  events: ordersEvents,
  subscribers: ordersSubscribers,
  permissions: {
    "read orders": {
      fr: "lire les commandes",
      roles: ["seller", "sales_manager", "agent", "planner", "technician", "biller", "cx_lead"],
    },
    "change orders": { fr: "changer les commandes", roles: ["planner", "sales_manager"] },
  },
  refusals: {
    "order.item_left": {
      status: 409,
      en: "This has already left ({status}) and can no longer change. Ask for a return instead.",
      fr: "Cet article est déjà parti ({status}) et ne peut plus changer. Demandez plutôt un retour.",
    },
    "order.finished": {
      status: 409,
      en: "This order is {status}: nothing more can change.",
      fr: "Cette commande est terminée ({status}) : elle ne peut plus changer.",
    },
    "order.not_returnable": {
      status: 409,
      en: "Only delivered products can be sent back (this one is {status}).",
      fr: "Seuls les produits livrés peuvent être renvoyés (celui-ci : {status}).",
    },
  },
});
