/**
 * Configuration: which choices fit together, proved before publication and explained while choosing.
 * Words: guide (feature model + questions + basket lines), feature, rule, core and dead features, conflict, repair.
 * States of a guide: draft -> published -> retired (when the next version is published).
 */
import { defineModule } from "#events/define-module.ts";
import { configurationContract } from "./contract.ts";
import { configurationEvents } from "./events.ts";
import { configurationRoutes } from "./routes.ts";
import { seedConfiguration } from "./seed.ts";

export const configurationModule = defineModule({
  id: "cpq/configuration",
  contract: configurationContract,
  routes: configurationRoutes,
  events: configurationEvents,
  refusals: {
    "guide.unknown_feature": {
      status: 422,
      en: "The guide names features its model does not have: {features}.",
      fr: "Le guide cite des options absentes de son modèle : {features}.",
    },
    "guide.model_not_valid": {
      status: 422,
      en: "The model cannot be read: {problem}",
      fr: "Le modèle ne peut pas être lu : {problem}",
    },
    "guide.impossible": {
      status: 422,
      en: "No valid configuration exists: the rules contradict each other.",
      fr: "Aucune configuration n’est valide : les règles se contredisent.",
    },
    "guide.dead_options": {
      status: 422,
      en: "These options can never be chosen: {features}. Change the rules or remove them.",
      fr: "Ces options ne peuvent jamais être choisies : {features}. Changez les règles ou retirez-les.",
    },
  },
  seed: seedConfiguration,
});
