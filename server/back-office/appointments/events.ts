import { z } from "zod";
import { event, id, instant } from "#events/define-event.ts";

export const appointmentsEvents = {
  "appointment.offered": event(
    "receive",
    { en: "{slots} appointment slots offered", fr: "{slots} créneaux proposés" },
    z.object({ orderId: id, taskId: id, slots: z.number() }),
  ),
  "appointment.booked": event(
    "receive",
    { en: "Appointment booked with {technicianName}", fr: "Rendez-vous pris avec {technicianName}" },
    z.object({ orderId: id, taskId: id, technicianId: id, technicianName: z.string(), startsAt: instant, endsAt: instant }),
  ),
  "appointment.rescheduled": event(
    "receive",
    { en: "Appointment moved", fr: "Rendez-vous déplacé" },
    z.object({ orderId: id, from: instant, startsAt: instant, endsAt: instant, technicianId: id, reason: z.string().optional() }),
  ),
  "appointment.missed": event(
    "receive",
    { en: "Appointment missed: {reason}", fr: "Rendez-vous manqué : {reason}" },
    z.object({ orderId: id, reason: z.string(), by: z.enum(["customer", "technician"]) }),
  ),
  "technician.dispatched": event(
    "receive",
    { en: "{technicianName} is on the way", fr: "{technicianName} est en route" },
    z.object({ orderId: id, appointmentId: id, technicianName: z.string(), etaAt: instant }),
  ),
  "technician.arrived": event(
    "receive",
    { en: "{technicianName} has arrived", fr: "{technicianName} est arrivé" },
    z.object({ orderId: id, appointmentId: id, technicianName: z.string(), onTime: z.boolean() }),
  ),
  "installation.completed": event(
    "receive",
    { en: "Installation completed, with proof", fr: "Installation terminée, avec preuve" },
    z.object({
      orderId: id,
      appointmentId: id,
      taskId: id,
      proofs: z.array(z.object({ kind: z.string(), sha256: z.string() })),
      notes: z.string().optional(),
    }),
  ),
  "installation.confirmed": event(
    "receive",
    { en: "Installation confirmed by the customer", fr: "Installation confirmée par le client" },
    z.object({ orderId: id, appointmentId: id, taskId: id, confirmedBy: z.string(), firstTimeRight: z.boolean() }),
  ),
};
