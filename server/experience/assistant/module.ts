/**
 * Assistant: answers chats from the record and hands over to a person when unsure. Rules in this folder, no outside model:
 * nothing a customer writes leaves the installation.
 * Words: turn (one message looked at), intent, score (how sure), evidence (the events and articles an answer was read from),
 * confirmed (the customer said so) and assumed (silence for a day) resolution.
 * States of a turn: answered, greeted, asked to sign in, thanked, handed over.
 */
import { defineModule } from "#events/define-module.ts";
import { assistantContract } from "./contract.ts";
import { assistantEvents } from "./events.ts";
import { assistantJobs } from "./jobs.ts";
import { assistantRoutes } from "./routes.ts";
import { assistantSubscribers } from "./subscribers.ts";

export const assistantModule = defineModule({
  id: "experience/assistant",
  contract: assistantContract,
  routes: assistantRoutes,
  events: assistantEvents,
  subscribers: assistantSubscribers,
  jobs: assistantJobs,
  permissions: {
    "read how the assistant does": { fr: "lire les résultats de l’assistant", roles: ["agent", "cx_lead", "sales_manager"] },
  },
});
