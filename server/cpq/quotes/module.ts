/**
 * Quotes: offers with a price and a date.
 * Words: quote, version (what was sent never changes), line, seller's discount, derivation (why a price), validity.
 * States: draft -> in_approval -> ready -> sent -> accepted | declined | expired; a revision of what was sent is a draft
 * again, as the next version. What asks for an approval is a decision table (cpq/rules).
 */
import { defineModule } from "#events/define-module.ts";
import { quotesContract } from "./contract.ts";
import { quotesEvents } from "./events.ts";
import { quotesJobs } from "./jobs.ts";
import { quotesRoutes } from "./routes.ts";
import { quotesSubscribers } from "./subscribers.ts";

export const quotesModule = defineModule({
  id: "cpq/quotes",
  contract: quotesContract,
  routes: quotesRoutes,
  events: quotesEvents,
  subscribers: quotesSubscribers,
  jobs: quotesJobs,
  permissions: {
    "read quotes": {
      fr: "lire les devis",
      roles: ["seller", "sales_manager", "marketer", "agent", "planner", "biller", "cx_lead"],
    },
    "work on quotes": { fr: "travailler sur les devis", roles: ["seller", "sales_manager"] },
  },
  refusals: {
    "quote.not_draft": {
      status: 409,
      en: "Quote {number} is no longer a draft ({status}). Take it back to draft or revise it first.",
      fr: "Le devis {number} n’est plus un brouillon ({status}). Repassez-le en brouillon ou révisez-le d’abord.",
    },
    "quote.configuration_impossible": {
      status: 409,
      en: "These answers do not go together. Take one of them back.",
      fr: "Ces réponses ne vont pas ensemble. Revenez sur l’une d’elles.",
    },
    "quote.empty": {
      status: 422,
      en: "Quote {number} has no line yet. Add what is offered first.",
      fr: "Le devis {number} n’a pas encore de ligne. Ajoutez d’abord ce qui est proposé.",
    },
    "quote.too_long": {
      status: 422,
      en: "A quote holds {maxLines} lines at most.",
      fr: "Un devis contient {maxLines} lignes au plus.",
    },
    "quote.not_ready": {
      status: 409,
      en: "Quote {number} cannot be sent yet ({status}). Submit it, and wait for its approval if it needs one.",
      fr: "Le devis {number} ne peut pas encore partir ({status}). Soumettez-le, et attendez sa validation s’il en faut une.",
    },
    "quote.no_contact": {
      status: 422,
      en: "Quote {number} has no contact with an e-mail address. Choose one first.",
      fr: "Le devis {number} n’a pas de contact avec une adresse e-mail. Choisissez-en un d’abord.",
    },
    "quote.contact_elsewhere": {
      status: 422,
      en: "This contact does not belong to this customer.",
      fr: "Ce contact n’appartient pas à ce client.",
    },
    "quote.deal_not_open": {
      status: 422,
      en: "This deal is closed, or belongs to another customer.",
      fr: "Cette affaire est close, ou appartient à un autre client.",
    },
    "quote.day_past": {
      status: 422,
      en: "The validity of a quote must end today or later.",
      fr: "La validité d’un devis doit se terminer aujourd’hui ou plus tard.",
    },
    "quote.revise_instead": {
      status: 409,
      en: "Quote {number} was sent. Revise it: the next version is a draft.",
      fr: "Le devis {number} est parti. Révisez-le : la version suivante est un brouillon.",
    },
    "quote.not_revisable": {
      status: 409,
      en: "Quote {number} cannot be revised ({status}).",
      fr: "Le devis {number} ne peut pas être révisé ({status}).",
    },
    "quote.not_open": {
      status: 409,
      en: "Quote {number} can no longer be answered ({status}).",
      fr: "Il n’est plus possible de répondre au devis {number} ({status}).",
    },
    "quote.newer_version": {
      status: 409,
      en: "There is a newer version of quote {number} ({version}). Reload to see it.",
      fr: "Il existe une version plus récente du devis {number} ({version}). Rechargez la page pour la voir.",
    },
    "quote.past_validity": {
      status: 410,
      en: "Quote {number} was valid until {day}. Ask us for a new one: a message is enough.",
      fr: "Le devis {number} était valable jusqu’au {day}. Demandez-nous-en un nouveau : un message suffit.",
    },
  },
});
