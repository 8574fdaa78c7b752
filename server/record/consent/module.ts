/**
 * Consent: what each person agreed to, per purpose and wording, provable.
 * Words: purpose (why we would write or look), wording (versioned), ledger (append-only, each row chained to the one
 * before by hash), preference (where someone stands), receipt (what they can keep).
 * States: none, pending (asked, mailbox not confirmed), given, withdrawn.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { consentContract } from "./contract.ts";
import { consentEvents } from "./events.ts";
import { consentRoutes } from "./routes.ts";
import { consentSubscribers } from "./subscribers.ts";
import { unsubscribeRoute } from "./unsubscribe-route.ts";

export const consentModule = defineModule({
  id: "record/consent",
  contract: consentContract,
  routes: consentRoutes,
  events: consentEvents,
  subscribers: consentSubscribers,
  raw: unsubscribeRoute,
  permissions: {
    "read consents": { fr: "lire les consentements et leur registre", roles },
    "record consents": {
      fr: "noter un consentement donné de vive voix",
      roles: ["marketer", "seller", "sales_manager", "agent"],
    },
    "manage consent purposes": { fr: "gérer les finalités et les textes de consentement", roles: ["marketer"] },
  },
  refusals: {
    "consent.no_address": {
      status: 422,
      en: "This contact has no e-mail address to confirm with. Add one first.",
      fr: "Ce contact n’a pas d’adresse e-mail pour confirmer. Ajoutez-en une d’abord.",
    },
    "consent.link_expired": {
      status: 410,
      en: "This link has expired. Fill in the form again to receive a new one.",
      fr: "Ce lien a expiré. Remplissez de nouveau le formulaire pour en recevoir un autre.",
    },
    "consent.link_invalid": {
      status: 410,
      en: "This link is incomplete. Open it from the message again.",
      fr: "Ce lien est incomplet. Rouvrez-le depuis le message.",
    },
  },
});
