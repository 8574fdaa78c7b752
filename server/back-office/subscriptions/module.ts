/**
 * Subscriptions: what continues. Each begins on the day the customer confirms and lives through changes as versions.
 * Words: subscription (one per order item), item (the recurring price, and one per meter), version (agreed from one day to
 * another), term (how long it was sold for), renewal.
 * States: active <-> paused -> ended; a day it ends on may be set ahead.
 */
import { defineModule } from "#events/define-module.ts";
import { subscriptionsContract } from "./contract.ts";
import { subscriptionsEvents } from "./events.ts";
import { renewSubscriptions } from "./renew-subscriptions.ts";
import { subscriptionsRoutes } from "./routes.ts";
import { subscriptionsSubscribers } from "./subscribers.ts";

export const subscriptionsModule = defineModule({
  id: "back-office/subscriptions",
  contract: subscriptionsContract,
  routes: subscriptionsRoutes,
  events: subscriptionsEvents,
  subscribers: subscriptionsSubscribers,
  jobs: [{ name: "subscriptions/renew", everyMs: 600_000, run: renewSubscriptions }],
  permissions: {
    "read subscriptions": {
      fr: "lire les abonnements",
      roles: ["seller", "sales_manager", "agent", "planner", "biller", "cx_lead"],
    },
    "change subscriptions": { fr: "changer les abonnements", roles: ["biller", "sales_manager", "agent"] },
  },
  refusals: {
    "subscription.not_active": {
      status: 409,
      en: "This subscription is {status}: it cannot change like this any more.",
      fr: "Cet abonnement ne peut plus changer ainsi (état : {status}).",
    },
    "subscription.before_start": {
      status: 422,
      en: "{day} is before the subscription began ({startsOn}). Choose a later day.",
      fr: "Le {day} précède le début de l’abonnement ({startsOn}). Choisissez un jour plus tardif.",
    },
    "subscription.before_version": {
      status: 422,
      en: "{day} is before the last change ({from}). Choose that day or a later one.",
      fr: "Le {day} précède le dernier changement ({from}). Choisissez ce jour ou un jour plus tardif.",
    },
  },
});
