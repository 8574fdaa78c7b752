/**
 * Imports: files taken in from other systems, with their history at its own dates.
 * Words: mapping (which column is which field), dry run, outcome (created | updated | unchanged | marked | error), undo.
 * States: ready -> running -> completed | failed; completed | failed -> undone.
 */
import { defineModule } from "#events/define-module.ts";
import { importsContract } from "./contract.ts";
import { importsEvents } from "./events.ts";
import { importsRoutes } from "./routes.ts";
import { runImport } from "./run-import.ts";

export const importsModule = defineModule({
  id: "record/imports",
  contract: importsContract,
  routes: importsRoutes,
  events: importsEvents,
  tasks: [
    {
      name: "imports/run",
      run: (ctx, input) =>
        runImport({ ...ctx, locale: input.locale === "en" ? "en" : "fr" }, String(input.importId)).then(() => {}),
    },
  ],
  permissions: { "import files": { fr: "importer des fichiers", roles: ["marketer", "sales_manager", "cx_lead"] } },
  refusals: {
    "import.done": {
      status: 409,
      en: "This import is {status} already. Send the file again to start a new one.",
      fr: "Cet import est déjà dans l’état {status}. Renvoyez le fichier pour en commencer un autre.",
    },
    "import.not_run": {
      status: 409,
      en: "This import has not run (it is {status}): there is nothing to show or undo.",
      fr: "Cet import n’a pas été exécuté (état : {status}) : rien à montrer ni à annuler.",
    },
    "import.no_such_column": {
      status: 422,
      en: "The file has no column called {columns}.",
      fr: "Le fichier n’a pas de colonne {columns}.",
    },
    "import.field_not_mapped": {
      status: 422,
      en: "Say which column holds: {fields}.",
      fr: "Indiquez quelle colonne contient : {fields}.",
    },
    "import.file_gone": {
      status: 410,
      en: "The file is no longer kept. Send it again.",
      fr: "Le fichier n’est plus conservé. Renvoyez-le.",
    },
    "import.grown_on": {
      status: 409,
      en: "This import cannot be undone: records in {table} already build on it. Undo or remove those first.",
      fr: "Cet import ne peut pas être annulé : des éléments de {table} en dépendent déjà. Retirez-les d’abord.",
    },
  },
});
