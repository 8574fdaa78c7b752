/**
 * Forms: questions on public pages, and what was answered.
 * Words: form, field, submission (what was sent in, as it was sent), purpose (a consent the form offers).
 * States: active or not.
 */
import { defineModule } from "#events/define-module.ts";
import { formsContract } from "./contract.ts";
import { formsEvents } from "./events.ts";
import { formsRoutes } from "./routes.ts";
import { seedForms } from "./seed.ts";

export const formsModule = defineModule({
  id: "front-office/forms",
  contract: formsContract,
  routes: formsRoutes,
  events: formsEvents,
  permissions: {
    "read forms": { fr: "lire les formulaires", roles: ["marketer", "seller", "sales_manager", "cx_lead"] },
    "change forms": { fr: "changer les formulaires", roles: ["marketer"] },
  },
  refusals: {
    "form.field_missing": { status: 422, en: "Please fill in “{labelEn}”.", fr: "Merci de remplir « {labelFr} »." },
    "form.field_not_valid": { status: 422, en: "Please check “{labelEn}”.", fr: "Merci de vérifier « {labelFr} »." },
    "form.not_a_person": {
      status: 422,
      en: "This was not sent: it looks like a program filled it in.",
      fr: "Envoi refusé : ce formulaire semble rempli par un programme.",
    },
  },
  seed: seedForms,
});
