/**
 * Rules: decisions as tables of data, so that who must approve is a setting and not a program.
 * Words: decision table, input, rule (tests in, outcome out, with its reason), hit policy (first | collect), fact.
 * States: none; each change is a new version, and what was decided keeps the version it was decided by.
 */
import { defineModule } from "#events/define-module.ts";
import { rulesContract } from "./contract.ts";
import { rulesEvents } from "./events.ts";
import { rulesRoutes } from "./routes.ts";

export const rulesModule = defineModule({
  id: "cpq/rules",
  contract: rulesContract,
  routes: rulesRoutes,
  events: rulesEvents,
  permissions: {
    "read decision tables": { fr: "lire les tables de décision", roles: ["seller", "sales_manager", "marketer", "cx_lead"] },
    "change decision tables": { fr: "changer les tables de décision", roles: [] },
  },
  refusals: {
    "rules.changed_meanwhile": {
      status: 409,
      en: "Someone changed this table meanwhile (it is at version {version}). Reload it and make your change again.",
      fr: "Cette table a été modifiée entre-temps (version {version}). Rechargez-la et refaites votre modification.",
    },
    "rules.not_readable": {
      status: 422,
      en: "Rule {rule} cannot be read: {problem}. Tests look like “> 10”, “10..20”, “a, b” or “-”.",
      fr: "La règle {rule} est illisible : {problem}. Un test s’écrit « > 10 », « 10..20 », « a, b » ou « - ».",
    },
    "rules.facts_missing": {
      status: 422,
      en: "The table cannot decide: {problem}.",
      fr: "La table ne peut pas décider : {problem}.",
    },
  },
});
