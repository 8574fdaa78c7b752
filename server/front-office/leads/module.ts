/**
 * Leads: people who may buy, until they are an account with a deal or are set aside.
 * Words: lead, score (fit + engagement, with reasons), grade (A1 to C3), nurture step, hand-over, response clock, qualification.
 * States: new -> nurturing -> handed_over -> working -> converted; disqualified; recycled (back to nurture).
 */
import { leadsImporter, wonLeadsImporter } from "./importer.ts";
import { defineModule } from "#events/define-module.ts";
import { leadsContract } from "./contract.ts";
import { leadsExporter } from "./exporter.ts";
import { leadsEvents } from "./events.ts";
import { leadsJobs, leadsTasks } from "./jobs.ts";
import { leadTouches } from "./projection.ts";
import { leadsRoutes } from "./routes.ts";
import { leadsSubscribers } from "./subscribers.ts";

export const leadsModule = defineModule({
  id: "front-office/leads",
  contract: leadsContract,
  routes: leadsRoutes,
  events: leadsEvents,
  subscribers: leadsSubscribers,
  projections: [leadTouches],
  jobs: leadsJobs,
  tasks: leadsTasks,
  importers: [leadsImporter, wonLeadsImporter],
  exporters: [leadsExporter],
  permissions: {
    "read leads": { fr: "lire les prospects", roles: ["marketer", "seller", "sales_manager", "cx_lead"] },
    "work on leads": { fr: "travailler sur les prospects", roles: ["seller", "sales_manager"] },
    "hand leads over": { fr: "transmettre les prospects", roles: ["marketer", "sales_manager"] },
    "change lead settings": { fr: "changer les réglages des prospects", roles: ["marketer", "sales_manager"] },
  },
  refusals: {
    "lead.wrong_state": {
      status: 409,
      en: "A lead that is {status} cannot do that.",
      fr: "Un prospect dans l’état {status} ne le permet pas.",
    },
    "lead.nurture_order": {
      status: 422,
      en: "Each step must come later than the one before it, and have a name of its own.",
      fr: "Chaque étape doit venir plus tard que la précédente et porter un nom qui lui est propre.",
    },
    "lead.bad_pattern": {
      status: 422,
      en: "“{pattern}” cannot be searched for. Write plain words, or a whole regular expression.",
      fr: "« {pattern} » ne peut pas être cherché. Écrivez de simples mots, ou une expression régulière complète.",
    },
    "lead.nobody_to_take_it": {
      status: 409,
      en: "No active seller matches the routing rules. Give the lead to someone by hand.",
      fr: "Aucun commercial actif ne correspond aux règles. Confiez le prospect à quelqu’un.",
    },
  },
});
