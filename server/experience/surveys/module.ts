/**
 * Surveys: CES, CSAT and NPS, asked with restraint.
 * Words: moment (the event a survey follows), invitation, fatigue (how often one person may be asked anything), answer.
 * States of an invitation: scheduled -> sent -> answered; scheduled -> skipped, with the reason.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { surveysContract } from "./contract.ts";
import { surveysEvents } from "./events.ts";
import { surveysRoutes } from "./routes.ts";
import { surveysSubscribers } from "./schedule-survey.ts";
import { seedSurveys } from "./seed.ts";
import { sendDueSurveys } from "./send-surveys.ts";

export const surveysModule = defineModule({
  id: "experience/surveys",
  contract: surveysContract,
  routes: surveysRoutes,
  events: surveysEvents,
  subscribers: surveysSubscribers,
  jobs: [{ name: "surveys/send", everyMs: 15_000, run: sendDueSurveys }],
  seed: seedSurveys,
  permissions: {
    "read surveys": { fr: "lire les enquêtes", roles },
    "change surveys": { fr: "modifier les enquêtes", roles: ["cx_lead"] },
  },
  refusals: {
    "survey.expired": {
      status: 410,
      en: "This survey is over. Thank you all the same.",
      fr: "Cette enquête est terminée. Merci quand même.",
    },
    "survey.link_invalid": {
      status: 410,
      en: "This link is incomplete. Open it from the message again.",
      fr: "Ce lien est incomplet. Rouvrez-le depuis le message.",
    },
    "survey.off_scale": { status: 422, en: "This score is not on the scale.", fr: "Cette note n’est pas sur l’échelle." },
    "survey.answered_already": {
      status: 409,
      en: "You have answered already: your first answer counts. Thank you.",
      fr: "Vous avez déjà répondu : votre première réponse compte. Merci.",
    },
    "survey.not_open": { status: 409, en: "This survey is not open.", fr: "Cette enquête n’est pas ouverte." },
  },
});
