/**
 * Fulfilment: what must be done for an order, in which order, by when, and what is at risk.
 * Words: plan, task (ship | install | provision), promise, jeopardy (the promise will not be kept unless something changes), fallout.
 * States of a task: waiting -> ready -> started -> completed; ready | started -> failed -> ready; cancelled.
 */
import { defineModule } from "#events/define-module.ts";
import { fulfillmentContract } from "./contract.ts";
import { fulfillmentEvents } from "./events.ts";
import { fulfillmentJobs } from "./jobs.ts";
import { fulfillmentRoutes } from "./routes.ts";
import { fulfillmentSubscribers } from "./subscribers.ts";

export const fulfillmentModule = defineModule({
  id: "back-office/fulfillment",
  contract: fulfillmentContract,
  routes: fulfillmentRoutes,
  events: fulfillmentEvents,
  subscribers: fulfillmentSubscribers,
  jobs: fulfillmentJobs,
  permissions: {
    "read the plans of orders": {
      fr: "lire les plans des commandes",
      roles: ["seller", "sales_manager", "agent", "planner", "technician", "biller", "cx_lead"],
    },
    "ship orders": { fr: "expédier les commandes", roles: ["planner"] },
    "work on tasks": { fr: "traiter les tâches", roles: ["planner", "technician"] },
    "move promises": { fr: "déplacer une date promise", roles: ["planner"] },
  },
  refusals: {
    "task.not_ready": {
      status: 409,
      en: "This task cannot do that now (it is {status}). What it waits for may not be done.",
      fr: "Cette tâche ne le permet pas maintenant (état : {status}). Ce qu’elle attend n’est peut-être pas terminé.",
    },
    "task.not_failed": {
      status: 409,
      en: "Only a failed task can be tried again (this one is {status}).",
      fr: "Seule une tâche en échec peut être relancée (celle-ci : {status}).",
    },
    "task.wrong_kind": {
      status: 422,
      en: "This task is of kind {kind}: it is not shipped.",
      fr: "Cette tâche est de type {kind} : elle ne s’expédie pas.",
    },
    "plan.closed": {
      status: 409,
      en: "This order is finished: its promise can no longer move.",
      fr: "Cette commande est terminée : sa promesse ne peut plus changer.",
    },
    "promise.in_the_past": {
      status: 422,
      en: "{to} is in the past. Promise a day to come.",
      fr: "Le {to} est passé. Promettez un jour à venir.",
    },
  },
});
