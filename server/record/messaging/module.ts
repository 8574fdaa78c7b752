/**
 * Messaging: every message to a person, and nothing leaves by any other way (`sendMessage`).
 * Words: decision (why it may leave or not: purpose, basis, wording, cap, hours), transactional (a contract needs it),
 * template (texts by name), outbox, tracked link, bounce.
 * States of a message: queued, sent, bounced, failed; of a decision: send, defer (a better hour), skip.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { takeBounces } from "./bounce-message.ts";
import { messagingContract } from "./contract.ts";
import { messagingEvents } from "./events.ts";
import { releaseDeferred } from "./release-deferred.ts";
import { messagingRoutes } from "./routes.ts";
import { messagingTasks } from "./tasks.ts";
import { trackingRoutes } from "./tracking-routes.ts";

export const messagingModule = defineModule({
  id: "record/messaging",
  contract: messagingContract,
  routes: messagingRoutes,
  events: messagingEvents,
  tasks: messagingTasks,
  jobs: [{ name: "messaging/release-deferred", everyMs: 5_000, run: releaseDeferred }],
  raw: trackingRoutes,
  receiveMail: takeBounces,
  permissions: {
    "read messages": { fr: "lire les messages envoyés et les décisions d’envoi", roles },
    "change how often we write": { fr: "changer la fréquence et les heures d’envoi", roles: ["marketer"] },
    // sign-in codes and links are among them
    "read caught mail": { fr: "lire les e-mails interceptés (démonstration)", roles: ["admin"] },
  },
  refusals: {
    "mail.not_caught": {
      status: 404,
      en: "Mail leaves for real here (SMTP_URL is set), so none is caught.",
      fr: "Ici les e-mails partent réellement (SMTP_URL est défini) : aucun n’est intercepté.",
    },
  },
});
