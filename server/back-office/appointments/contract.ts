import { z } from "zod";
import { customer, id, instant, ok, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Appointments"] };
const status = z.enum(["booked", "dispatched", "arrived", "completed", "confirmed", "missed", "cancelled"]);
const address = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
});
const row = z.object({
  id,
  orderId: id,
  orderNumber: z.string(),
  taskId: id,
  customerId: id,
  customerName: z.string(),
  technicianId: id,
  technicianName: z.string(),
  status,
  address,
  startsAt: instant,
  endsAt: instant,
  etaAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  completedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  notes: z.string().nullable(),
});
const proof = z.object({ id, kind: z.enum(["photo", "signature"]), sha256: z.string(), takenAt: instant });
const slot = z.object({ startsAt: instant, endsAt: instant });
const one = z.object({ appointmentId: id });

export const appointmentsContract = {
  board: staff("read appointments")
    .route({ method: "GET", path: "/appointments", summary: "Visits between two instants; a technician sees their own", ...tag })
    .input(z.object({ from: instant, to: instant, technicianId: id.optional() }))
    .output(
      z.object({
        technicians: z.array(z.object({ id, name: z.string(), skills: z.array(z.string()) })),
        rows: z.array(row),
        waiting: z.array(z.object({ orderId: id, orderNumber: z.string(), customerName: z.string(), dueAt: instant.nullable() })),
      }),
    ),
  show: staff("read appointments")
    .route({ method: "GET", path: "/appointments/{appointmentId}", summary: "One visit with its proofs", ...tag })
    .input(one)
    .output(row.extend({ proofs: z.array(proof) })),
  proof: staff("read appointments")
    .route({ method: "GET", path: "/appointments/{appointmentId}/proofs/{proofId}", summary: "The picture of a proof", ...tag })
    .input(one.extend({ proofId: id }))
    .output(z.file()),
  book: staff("book appointments")
    .route({ method: "POST", path: "/orders/{orderId}/appointment", summary: "Book a visit for a customer", ...tag })
    .input(z.object({ orderId: id, startsAt: instant }))
    .output(ok),
  move: staff("book appointments")
    .route({ method: "PUT", path: "/appointments/{appointmentId}/window", summary: "Move a visit that has not begun", ...tag })
    .input(one.extend({ startsAt: instant }))
    .output(ok),
  slots: staff("book appointments")
    .route({ method: "GET", path: "/orders/{orderId}/slots", summary: "Windows in which a visit is really feasible", ...tag })
    .input(z.object({ orderId: id }))
    .output(z.object({ slots: z.array(slot) })),
  depart: staff("do visits")
    .route({
      method: "POST",
      path: "/appointments/{appointmentId}/departure",
      summary: "The technician leaves for the customer",
      ...tag,
    })
    .input(one.extend({ etaMinutes: z.number().int().min(1).max(480) }))
    .output(ok),
  arrive: staff("do visits")
    .route({ method: "POST", path: "/appointments/{appointmentId}/arrival", summary: "The technician is there", ...tag })
    .input(one)
    .output(ok),
  complete: staff("do visits")
    .route({
      method: "POST",
      path: "/appointments/{appointmentId}/completion",
      summary: "The work is done; proofs are pictures as base64",
      ...tag,
    })
    .input(
      one.extend({
        notes: text(2_000).optional(),
        proofs: z
          .array(
            z.object({
              kind: z.enum(["photo", "signature"]),
              contentType: z.enum(["image/png", "image/jpeg", "image/svg+xml"]),
              base64: z.base64().max(1_600_000),
            }),
          )
          .min(1)
          .max(8),
      }),
    )
    .output(ok),
  miss: staff("do visits")
    .route({ method: "POST", path: "/appointments/{appointmentId}/no-show", summary: "The visit did not take place", ...tag })
    .input(one.extend({ by: z.enum(["customer", "technician"]), reason: requiredText(300) }))
    .output(ok),
  mySlots: customer()
    .route({ method: "GET", path: "/my/orders/{orderId}/slots", summary: "When a technician can really come", ...tag })
    .input(z.object({ orderId: id }))
    .output(z.object({ slots: z.array(slot) })),
  bookMine: customer()
    .route({ method: "POST", path: "/my/orders/{orderId}/appointment", summary: "Choose a window", ...tag })
    .input(z.object({ orderId: id, startsAt: instant }))
    .output(ok),
  moveMine: customer()
    .route({ method: "PUT", path: "/my/appointments/{appointmentId}/window", summary: "Choose another window", ...tag })
    .input(one.extend({ startsAt: instant }))
    .output(ok),
  myAppointment: customer()
    .route({ method: "GET", path: "/my/orders/{orderId}/appointment", summary: "My visit, live", ...tag })
    .input(z.object({ orderId: id }))
    .output(row.nullable()),
  confirmMine: customer()
    .route({
      method: "POST",
      path: "/my/appointments/{appointmentId}/confirmation",
      summary: "Confirm that everything works",
      ...tag,
    })
    .input(one.extend({ firstTimeRight: z.boolean(), name: requiredText(80) }))
    .output(ok),
};
