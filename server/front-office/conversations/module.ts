/**
 * Conversations: one per matter across web chat, e-mail and telephone, with the clocks of what we promised.
 * Words: conversation, message (inbound, outbound), note (for colleagues), clock (first response, resolution; business time,
 * standing still while the customer has the word), hand-over, canned answer, chat key.
 * States: open -> waiting (for the customer) -> resolved -> open again when they write; snoozed; merged.
 */
import { defineModule } from "#events/define-module.ts";
import { conversationsContract } from "./contract.ts";
import { conversationsEvents } from "./events.ts";
import { conversationsJobs } from "./jobs.ts";
import { receiveMail } from "./receive-mail.ts";
import { conversationsRoutes } from "./routes.ts";
import { seedConversations } from "./seed.ts";

export const conversationsModule = defineModule({
  id: "front-office/conversations",
  contract: conversationsContract,
  routes: conversationsRoutes,
  events: conversationsEvents,
  jobs: conversationsJobs,
  receiveMail,
  seed: seedConversations,
  permissions: {
    "read conversations": {
      fr: "lire les conversations",
      roles: ["agent", "cx_lead", "seller", "sales_manager", "marketer", "planner", "biller"],
    },
    "answer conversations": {
      fr: "répondre aux clients et conduire les conversations",
      roles: ["agent", "cx_lead", "seller", "sales_manager", "planner", "biller"],
    },
    "write canned answers": { fr: "rédiger les réponses types", roles: ["agent", "cx_lead"] },
    "change conversation promises": { fr: "changer les délais promis", roles: ["cx_lead"] },
  },
  refusals: {
    "conversation.wrong_state": {
      status: 409,
      en: "A conversation that is {status} cannot do that.",
      fr: "Une conversation dans l’état {status} ne le permet pas.",
    },
    "conversation.no_address": {
      status: 422,
      en: "There is no usable address to answer to. Add a valid e-mail address to the contact, then send again; your text is kept.",
      fr: "Aucune adresse utilisable pour répondre. Ajoutez une adresse e-mail valable au contact, puis renvoyez ; votre texte est conservé.",
    },
    "conversation.nobody": {
      status: 409,
      en: "No active agent can take this conversation. Choose someone by name.",
      fr: "Aucun conseiller actif ne peut prendre cette conversation. Choisissez une personne.",
    },
    "conversation.snooze_past": {
      status: 422,
      en: "Choose a moment in the future.",
      fr: "Choisissez un moment à venir.",
    },
    "conversation.same": {
      status: 422,
      en: "Choose two different conversations.",
      fr: "Choisissez deux conversations différentes.",
    },
    "conversation.two_customers": {
      status: 422,
      en: "These conversations belong to two customers and cannot be joined.",
      fr: "Ces conversations concernent deux clients et ne peuvent pas être réunies.",
    },
    "chat.not_a_person": {
      status: 422,
      en: "This message looks as if a program sent it. Leave the hidden field empty and send again.",
      fr: "Ce message semble envoyé par un programme. Laissez le champ caché vide et renvoyez.",
    },
  },
});
