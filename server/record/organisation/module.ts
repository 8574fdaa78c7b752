/**
 * Organisation: who we are towards customers, and how this installation is doing.
 * Words: legal entity (sells and bills), brand (what customers see), business calendar (when clocks run), number series.
 * States: none. Facts: none; it is the ground the others stand on.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { organisationContract } from "./contract.ts";
import { organisationEvents } from "./events.ts";
import { followClock } from "./follow-clock.ts";
import { organisationRoutes } from "./routes.ts";

export const organisationModule = defineModule({
  id: "record/organisation",
  contract: organisationContract,
  routes: organisationRoutes,
  events: organisationEvents,
  permissions: {
    "read settings": { fr: "lire les réglages", roles },
    "change settings": { fr: "changer les réglages", roles: [] },
    "read the status of the installation": { fr: "lire l’état de l’installation", roles: ["cx_lead", "sales_manager"] },
    "move the demo clock": { fr: "avancer l’horloge de démonstration", roles: ["cx_lead"] },
  },
  refusals: {
    "clock.not_demo": {
      status: 403,
      en: "The clock moves only in a demo installation.",
      fr: "L’horloge ne bouge que dans une installation de démonstration.",
    },
    "clock.backwards": { status: 422, en: "The clock only moves forward.", fr: "L’horloge ne peut qu’avancer." },
  },
  jobs: [{ name: "organisation/follow-clock", everyMs: 1_000, run: followClock }],
});
