/**
 * Journeys: the journey map, drawn from the events.
 * Words: stage, touchpoint (a kind of event on a channel), case (the line of one customer, contact or visitor), visit (a stay
 * in a stage), emotion (survey answers on -2 to +2), pain point, improvement, persona. Figures carry the filter of their events.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { journeysContract } from "./contract.ts";
import { journeysEvents } from "./events.ts";
import { journeyMap } from "./projection.ts";
import { journeysRoutes } from "./routes.ts";
import { seedJourneys } from "./seed.ts";

export const journeysModule = defineModule({
  id: "experience/journeys",
  contract: journeysContract,
  routes: journeysRoutes,
  events: journeysEvents,
  projections: [journeyMap],
  seed: seedJourneys,
  permissions: {
    "read journeys": { fr: "lire les parcours clients", roles },
    "change journeys": { fr: "modifier les parcours clients", roles: ["cx_lead", "marketer"] },
  },
  refusals: {
    "journey.unknown_step": {
      status: 422,
      en: "There is no event called {step}. Choose steps from the list.",
      fr: "Aucun événement ne s’appelle {step}. Choisissez les étapes dans la liste.",
    },
    "journey.pain_closed": {
      status: 409,
      en: "This pain point was already taken away.",
      fr: "Cet irritant a déjà été supprimé.",
    },
    "journey.pain_open": { status: 409, en: "This pain point is open.", fr: "Cet irritant est ouvert." },
    "journey.stage_twice": {
      status: 422,
      en: "Two stages have the same key. Give each its own.",
      fr: "Deux étapes ont la même clé. Donnez-en une à chacune.",
    },
  },
});
