/**
 * Feedback: what people say, understood; loops closed.
 * Words: feedback, tone (negative, neutral, positive, with honest confidence), theme, detractor, loop (telling the customer
 * what was done, due within two business days).
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { feedbackContract } from "./contract.ts";
import { feedbackEvents } from "./events.ts";
import { feedbackRoutes } from "./routes.ts";
import { learnThemes } from "./learn-themes.ts";
import { learnTone } from "./learn-tone.ts";
import { seedFeedback } from "./seed.ts";
import { feedbackSubscribers } from "./subscribers.ts";
import { watchThemes } from "./watch-themes.ts";

export const feedbackModule = defineModule({
  id: "experience/feedback",
  contract: feedbackContract,
  routes: feedbackRoutes,
  events: feedbackEvents,
  subscribers: feedbackSubscribers,
  jobs: [
    { name: "feedback/watch-themes", everyMs: 3_600_000, run: watchThemes },
    { name: "feedback/learn-tone", everyMs: 86_400_000, run: learnTone },
    { name: "feedback/learn-themes", everyMs: 86_400_000, run: learnThemes },
  ],
  seed: seedFeedback,
  permissions: {
    "read feedback": { fr: "lire les avis des clients", roles },
    "work on feedback": { fr: "traiter les avis des clients", roles: ["cx_lead", "agent"] },
  },
  refusals: {
    "feedback.loop_closed": {
      status: 409,
      en: "The customer was already told what was done.",
      fr: "Le client sait déjà ce qui a été fait.",
    },
    "feedback.nobody_to_tell": {
      status: 409,
      en: "Nobody we know said this: there is no one to tell.",
      fr: "Personne de connu n’a dit cela : il n’y a personne à informer.",
    },
    "feedback.cannot_reach": {
      status: 409,
      en: "The message cannot leave ({reason}). Call the customer instead.",
      fr: "Le message ne peut pas partir ({reason}). Appelez plutôt le client.",
    },
  },
});
