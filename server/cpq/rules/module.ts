/**
 * Rules: decisions as tables of data, so that who must approve is a setting and not a program.
 * Words: decision table, input, output, rule (tests in, outcome out, with its reason), hit policy (first | collect), fact,
 * fault (why a draft cannot be saved), gap, overlap. States: none; each change is a new version, and what was decided keeps
 * the version it was decided by.
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
      en: "Rule {rule}, column {column}: {problem}. Tests look like “> 10”, “10..20”, “a, b” or “-”. Nothing was saved.",
      fr: "Règle {rule}, colonne {column} : {problem}. Un test s’écrit « > 10 », « 10..20 », « a, b » ou « - ». Rien n’a été enregistré.",
    },
    "rules.not_a_number": {
      status: 422,
      en: "{name} must be a number such as 12.5, not “{fact}”.",
      fr: "{name} doit être un nombre comme 12.5, pas « {fact} ».",
    },
    "rules.dmn_unreadable": {
      status: 422,
      en: "This file is no DMN model: {problem}. Nothing was changed.",
      fr: "Ce fichier n’est pas un modèle DMN : {problem}. Rien n’a été modifié.",
    },
    "rules.dmn_unfit": {
      status: 422,
      en: "This model does not fit the table: {problem}. Nothing was changed.",
      fr: "Ce modèle ne convient pas à la table : {problem}. Rien n’a été modifié.",
    },
    "rules.facts_missing": {
      status: 422,
      en: "The table cannot decide: {problem}.",
      fr: "La table ne peut pas décider : {problem}.",
    },
  },
});
