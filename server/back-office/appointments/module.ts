/**
 * Appointments: visits at the customer's, in windows that are really feasible, with live status and proof.
 * Words: slot (a feasible window), appointment, visit, technician, proof (photo or signature, kept by its hash).
 * States: booked -> dispatched -> arrived -> completed -> confirmed; missed, cancelled.
 */
import { defineModule } from "#events/define-module.ts";
import { appointmentsContract } from "./contract.ts";
import { appointmentsEvents } from "./events.ts";
import { appointmentsRoutes } from "./routes.ts";
import { appointmentsSubscribers } from "./subscribers.ts";

export const appointmentsModule = defineModule({
  id: "back-office/appointments",
  contract: appointmentsContract,
  routes: appointmentsRoutes,
  events: appointmentsEvents,
  subscribers: appointmentsSubscribers,
  permissions: {
    "read appointments": {
      fr: "lire les rendez-vous",
      roles: ["planner", "technician", "agent", "seller", "sales_manager", "cx_lead"],
    },
    "book appointments": { fr: "prendre les rendez-vous", roles: ["planner", "agent"] },
    "do visits": { fr: "faire les interventions", roles: ["technician", "planner"] },
  },
  refusals: {
    "appointment.not_planned": {
      status: 409,
      en: "This order needs no visit, or is not planned yet.",
      fr: "Cette commande ne demande pas de visite, ou n’est pas encore planifiée.",
    },
    "appointment.slot_taken": {
      status: 409,
      en: "This window is no longer free. Choose another one.",
      fr: "Ce créneau n’est plus libre. Choisissez-en un autre.",
    },
    "appointment.already_booked": {
      status: 409,
      en: "A visit is booked already. Move it instead.",
      fr: "Un rendez-vous est déjà pris. Déplacez-le plutôt.",
    },
    "appointment.begun": {
      status: 409,
      en: "This visit can no longer be moved ({status}). Call us.",
      fr: "Ce rendez-vous ne peut plus être déplacé ({status}). Appelez-nous.",
    },
    "appointment.wrong_state": {
      status: 409,
      en: "This visit is {status}: that step is not possible now.",
      fr: "Ce rendez-vous est dans l’état {status} : cette étape n’est pas possible maintenant.",
    },
    "appointment.proof_not_a_picture": {
      status: 422,
      en: "This proof is not a {contentType} picture. Take it again.",
      fr: "Cette preuve n’est pas une image {contentType}. Reprenez-la.",
    },
  },
});
