/**
 * Actions: what is done about a missed target or a threatened promise, and whether it helped.
 * Words: action rule (what starts one by itself), action, owner, step (message, goodwill, task), effect (with interval and n).
 * States: open -> done; cancelled. Measured once its days are over.
 */
import { defineModule } from "#events/define-module.ts";
import { actionsContract } from "./contract.ts";
import { actionsEvents } from "./events.ts";
import { actionsJobs } from "./jobs.ts";
import { actionsRoutes } from "./routes.ts";
import { seedActions } from "./seed.ts";
import { actionsSubscribers } from "./subscribers.ts";

export const actionsModule = defineModule({
  id: "experience/actions",
  contract: actionsContract,
  routes: actionsRoutes,
  events: actionsEvents,
  subscribers: actionsSubscribers,
  jobs: actionsJobs,
  permissions: {
    "read actions": {
      fr: "lire les actions correctives",
      roles: ["cx_lead", "sales_manager", "marketer", "planner", "agent", "biller"],
    },
    "work on actions": { fr: "mener les actions correctives", roles: ["cx_lead", "sales_manager", "planner", "agent"] },
    "approve goodwill": { fr: "approuver les gestes commerciaux et en fixer le plafond", roles: ["cx_lead", "sales_manager"] },
  },
  refusals: {
    "action.wrong_state": {
      status: 409,
      en: "This action is {status} already.",
      fr: "Cette action est déjà dans l’état {status}.",
    },
    "goodwill.no_customer": {
      status: 422,
      en: "This action is not about one customer, so nobody can be given anything back.",
      fr: "Cette action ne concerne pas un client en particulier : il n’y a personne à qui faire un geste.",
    },
    "goodwill.given": {
      status: 409,
      en: "Goodwill was given with this action already. Start another action to give more.",
      fr: "Un geste commercial a déjà été fait avec cette action. Lancez une autre action pour aller au-delà.",
    },
    "goodwill.decided": {
      status: 409,
      en: "This goodwill was decided on already.",
      fr: "Ce geste commercial a déjà fait l’objet d’une décision.",
    },
    "goodwill.own": {
      status: 403,
      en: "You asked for this goodwill yourself: somebody else has to agree.",
      fr: "Vous avez demandé ce geste commercial : quelqu’un d’autre doit l’approuver.",
    },
    "action.no_figure": {
      status: 422,
      en: "This action names no figure to measure it by.",
      fr: "Cette action n’indique aucun indicateur pour la mesurer.",
    },
  },
  seed: seedActions,
});
