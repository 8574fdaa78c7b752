import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { json } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { slotsFor, visitRequest } from "./offer-slots.ts";
import type { Slot } from "./slots.ts";

/** Takes a window that is feasible at this very moment. The technician's row is locked, so a window is given once. */
async function takeWindow(
  tx: Tx,
  ctx: Context,
  orderId: string,
  startsAt: Date,
  except?: string,
): Promise<{ slot: Slot; technician: { id: string; name: string } }> {
  const inner = { ...ctx, tx };
  const wanted = (slots: Slot[]) => slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime());
  const technicianId = wanted(await slotsFor(inner, orderId, except))?.technicianIds[0];
  if (!technicianId) return refuse("appointment.slot_taken");
  const technician = await tx
    .selectFrom("staff")
    .select(["id", "name"])
    .where("id", "=", technicianId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const slot = wanted(await slotsFor(inner, orderId, except)); // again, now that nobody else can take it
  if (!slot?.technicianIds.includes(technicianId)) return refuse("appointment.slot_taken");
  return { slot, technician };
}

/** Books the visit of an order. Choosing the same window again changes nothing. */
export const bookAppointment = (ctx: Context, input: { orderId: string; startsAt: Date }) =>
  write(ctx, async (tx) => {
    const request = await visitRequest({ ...ctx, tx }, input.orderId);
    const existing = await tx
      .selectFrom("appointments")
      .select(["id", "starts_at"])
      .where("task_id", "=", request.task_id!)
      .where("status", "not in", ["missed", "cancelled"])
      .executeTakeFirst();
    if (existing) {
      refuseUnless(existing.starts_at.getTime() === input.startsAt.getTime(), "appointment.already_booked");
      return { id: existing.id };
    }
    const { slot, technician } = await takeWindow(tx, ctx, input.orderId, input.startsAt);
    const id = newId();
    await tx
      .insertInto("appointments")
      .values({
        id,
        order_id: request.order_id,
        order_number: request.order_number,
        task_id: request.task_id!,
        customer_id: request.customer_id,
        contact_id: request.contact_id,
        technician_id: technician.id,
        status: "booked",
        address: json(request.address),
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
        created_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "appointment.booked", {
      subjectId: id,
      follows: request.task_id!,
      customerId: request.customer_id,
      contactId: request.contact_id,
      channel: ctx.actor.kind === "customer" ? "portal" : "console",
      data: {
        orderId: request.order_id,
        taskId: request.task_id!,
        technicianId: technician.id,
        technicianName: technician.name,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
      },
    });
    return { id };
  });

/** Moves a visit that has not begun to another feasible window. */
export const moveAppointment = (ctx: Context, input: { appointmentId: string; startsAt: Date }) =>
  write(ctx, async (tx) => {
    let query = tx.selectFrom("appointments").selectAll().where("id", "=", input.appointmentId).forUpdate();
    if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
    const visit = found(await query.executeTakeFirst(), "appointment", input.appointmentId);
    refuseUnless(visit.status === "booked", "appointment.begun", { status: visit.status });
    if (visit.starts_at.getTime() === input.startsAt.getTime()) return { id: visit.id };
    const { slot, technician } = await takeWindow(tx, ctx, visit.order_id, input.startsAt, visit.id);
    await tx
      .updateTable("appointments")
      .set({ starts_at: slot.startsAt, ends_at: slot.endsAt, technician_id: technician.id, moved: visit.moved + 1 })
      .where("id", "=", visit.id)
      .execute();
    await append(tx, ctx, "appointment.rescheduled", {
      subjectId: visit.id,
      customerId: visit.customer_id,
      contactId: visit.contact_id,
      data: {
        orderId: visit.order_id,
        from: visit.starts_at,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        technicianId: technician.id,
      },
    });
    return { id: visit.id };
  });
