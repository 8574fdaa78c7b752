import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

const allowed: Record<string, readonly string[]> = {
  booked: ["dispatched", "arrived", "missed", "cancelled"],
  dispatched: ["arrived", "missed"],
  arrived: ["completed", "missed"],
  completed: ["confirmed"],
  confirmed: [],
  missed: [],
  cancelled: [],
};

/** The visit, held until the transaction ends: a technician's own, a customer's own. */
export async function lockVisit(tx: Tx, ctx: Context, appointmentId: string) {
  let query = tx.selectFrom("appointments").selectAll().where("id", "=", appointmentId).forUpdate();
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  if (isOnlyTechnician(ctx)) query = query.where("technician_id", "=", ctx.actor.id);
  const visit = found(await query.executeTakeFirst(), "appointment", appointmentId);
  const { name } = await tx.selectFrom("staff").select("name").where("id", "=", visit.technician_id).executeTakeFirstOrThrow();
  return {
    visit,
    technicianName: name,
    about: { subjectId: visit.id, customerId: visit.customer_id, contactId: visit.contact_id },
  };
}

/** Technicians see their own day; planners and the others see everyone's. */
export const isOnlyTechnician = (ctx: Context): boolean =>
  ctx.actor.kind === "staff" && ctx.actor.roles.every((role) => role === "technician");

export function refuseUnlessNext(from: string, to: string): void {
  refuseUnless(allowed[from]?.includes(to), "appointment.wrong_state", { status: from });
}

/** The technician leaves; the customer sees when to expect them. */
export const depart = (ctx: Context, input: { appointmentId: string; etaMinutes: number }) =>
  write(ctx, async (tx) => {
    const { visit, technicianName, about } = await lockVisit(tx, ctx, input.appointmentId);
    if (visit.status === "dispatched") return { id: visit.id };
    refuseUnlessNext(visit.status, "dispatched");
    const etaAt = new Date(ctx.now.getTime() + input.etaMinutes * 60_000);
    await tx.updateTable("appointments").set({ status: "dispatched", eta_at: etaAt }).where("id", "=", visit.id).execute();
    await append(tx, ctx, "technician.dispatched", {
      ...about,
      subjectId: visit.id,
      channel: "field",
      data: { orderId: visit.order_id, appointmentId: visit.id, technicianName, etaAt },
    });
    return { id: visit.id };
  });

export const arrive = (ctx: Context, input: { appointmentId: string }) =>
  write(ctx, async (tx) => {
    const { visit, technicianName, about } = await lockVisit(tx, ctx, input.appointmentId);
    if (visit.status === "arrived") return { id: visit.id };
    refuseUnlessNext(visit.status, "arrived");
    await tx.updateTable("appointments").set({ status: "arrived", arrived_at: ctx.now }).where("id", "=", visit.id).execute();
    await append(tx, ctx, "technician.arrived", {
      ...about,
      channel: "field",
      data: { orderId: visit.order_id, appointmentId: visit.id, technicianName, onTime: ctx.now <= visit.ends_at },
    });
    return { id: visit.id };
  });

/** The visit did not happen: the task waits for a new window. */
export const missVisit = (ctx: Context, input: { appointmentId: string; by: "customer" | "technician"; reason: string }) =>
  write(ctx, async (tx) => {
    const { visit, about } = await lockVisit(tx, ctx, input.appointmentId);
    refuseUnlessNext(visit.status, "missed");
    await tx.updateTable("appointments").set({ status: "missed", notes: input.reason }).where("id", "=", visit.id).execute();
    await append(tx, ctx, "appointment.missed", {
      ...about,
      channel: "field",
      data: { orderId: visit.order_id, reason: input.reason, by: input.by },
    });
    return { id: visit.id };
  });

/** The customer confirms: from here the subscription runs and the work may be billed. */
export const confirmInstallation = (ctx: Context, input: { appointmentId: string; firstTimeRight: boolean; name: string }) =>
  write(ctx, async (tx) => {
    const { visit, about } = await lockVisit(tx, ctx, input.appointmentId);
    if (visit.status === "confirmed") return { id: visit.id };
    refuseUnlessNext(visit.status, "confirmed");
    await tx.updateTable("appointments").set({ status: "confirmed", confirmed_at: ctx.now }).where("id", "=", visit.id).execute();
    await append(tx, ctx, "installation.confirmed", {
      ...about,
      channel: "portal",
      data: {
        orderId: visit.order_id,
        appointmentId: visit.id,
        taskId: visit.task_id,
        confirmedBy: input.name,
        firstTimeRight: input.firstTimeRight,
      },
    });
    return { id: visit.id };
  });
