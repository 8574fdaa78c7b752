/**
 * Portal: how customers get in, without a password.
 * Words: signed link (from a message; opens the portal as its contact), one-time code (six digits by e-mail), level
 * ("link": see, comment, accept, track, book, pay; "full", after a code: sign and change personal settings).
 * States of a session: link, full (twelve hours), ended.
 */
import { defineModule } from "#events/define-module.ts";
import { portalContract } from "./contract.ts";
import { portalEvents } from "./events.ts";
import { clearExpired } from "./jobs.ts";
import { linkRoute } from "./link-route.ts";
import { portalRoutes } from "./routes.ts";

export const portalModule = defineModule({
  id: "record/portal",
  contract: portalContract,
  routes: portalRoutes,
  events: portalEvents,
  raw: linkRoute,
  jobs: [{ name: "portal/clear-expired", everyMs: 3_600_000, run: clearExpired }],
  refusals: {
    "portal.link_expired": {
      status: 410,
      en: "This link has expired. Enter your e-mail address to receive a code.",
      fr: "Ce lien a expiré. Saisissez votre adresse e-mail pour recevoir un code.",
    },
    "portal.link_invalid": {
      status: 410,
      en: "This link is incomplete or no longer valid. Open it from the message again, or enter your e-mail address to receive a code.",
      fr: "Ce lien est incomplet ou n’est plus valable. Rouvrez-le depuis le message, ou saisissez votre adresse e-mail pour recevoir un code.",
    },
    "portal.code_wrong": {
      status: 422,
      en: "This code is not right or no longer valid. Check the newest message, or ask for a new code.",
      fr: "Ce code n’est pas correct ou n’est plus valable. Vérifiez le dernier message reçu, ou demandez un nouveau code.",
    },
    "portal.code_needed": {
      status: 403,
      en: "For this we need to be sure it is you. Ask for a one-time code by e-mail and enter it.",
      fr: "Pour cela, nous devons nous assurer que c’est bien vous. Demandez un code à usage unique par e-mail et saisissez-le.",
    },
  },
});
