/**
 * Signatures: acceptance anyone can verify: who signed which bytes, when, and how we knew it was them.
 * Words: envelope (one contact signing one version), one-time code, mark (drawn or typed), consent, evidence (chained by
 * hash), certificate. A simple electronic signature (eIDAS), not a qualified one, and it says so.
 * States of an envelope: open -> signed.
 */
import { defineModule } from "#events/define-module.ts";
import { signaturesContract } from "./contract.ts";
import { signaturesEvents } from "./events.ts";
import { signaturesRoutes } from "./routes.ts";

export const signaturesModule = defineModule({
  id: "cpq/signatures",
  contract: signaturesContract,
  routes: signaturesRoutes,
  events: signaturesEvents,
  refusals: {
    "signature.no_email": {
      status: 422,
      en: "We have no e-mail address to send you a code. Ask your contact here to add it.",
      fr: "Nous n’avons pas d’adresse e-mail pour vous envoyer un code. Demandez à votre contact de l’ajouter.",
    },
    "signature.too_many_codes": {
      status: 429,
      en: "Several codes were sent within the hour. Look for the newest one in your mailbox, or try again later.",
      fr: "Plusieurs codes ont été envoyés dans l’heure. Cherchez le plus récent dans votre boîte, ou réessayez plus tard.",
    },
    "signature.code_wrong": {
      status: 422,
      en: "This code is not right. Tries left: {left}.",
      fr: "Ce code n’est pas correct. Essais restants : {left}.",
    },
    "signature.code_spent": {
      status: 429,
      en: "Too many wrong codes. Ask for a new one.",
      fr: "Trop de codes erronés. Demandez-en un nouveau.",
    },
    "signature.code_expired": {
      status: 410,
      en: "This code no longer works. Ask for a new one.",
      fr: "Ce code n’est plus valable. Demandez-en un nouveau.",
    },
    "signature.other_document": {
      status: 409,
      en: "Quote {number} is not the document you were shown. Reload the page and read it again.",
      fr: "Le devis {number} n’est pas le document qui vous a été présenté. Rechargez la page et relisez-le.",
    },
    "signature.consent_changed": {
      status: 409,
      en: "What you agree to has a new wording. Reload the page and read it.",
      fr: "Le texte de consentement a changé. Rechargez la page et lisez-le.",
    },
    "signature.no_address": {
      status: 422,
      en: "Tell us where to deliver.",
      fr: "Indiquez-nous l’adresse de livraison.",
    },
  },
});
