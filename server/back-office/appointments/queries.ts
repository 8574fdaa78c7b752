import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { isOnlyTechnician } from "./visit.ts";

type Status = "booked" | "dispatched" | "arrived" | "completed" | "confirmed" | "missed" | "cancelled";

const toRow = (row: Selectable<DB["appointment_list"]>) => ({
  id: row.id!,
  orderId: row.order_id!,
  orderNumber: row.order_number!,
  taskId: row.task_id!,
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  technicianId: row.technician_id!,
  technicianName: row.technician_name!,
  status: row.status as Status,
  address: row.address as { line1: string; postcode: string; city: string; country: string },
  startsAt: row.starts_at!,
  endsAt: row.ends_at!,
  etaAt: row.eta_at,
  arrivedAt: row.arrived_at,
  completedAt: row.completed_at,
  confirmedAt: row.confirmed_at,
  notes: row.notes,
});

/** The dispatch board: technicians, their visits in the span, and the orders that wait for a window. */
export async function showBoard(ctx: Context, input: { from: Date; to: Date; technicianId?: string | undefined }) {
  const db = reader(ctx);
  const only = isOnlyTechnician(ctx) ? ctx.actor.id : input.technicianId;
  let visits = db
    .selectFrom("appointment_list")
    .selectAll()
    .where("starts_at", ">=", input.from)
    .where("starts_at", "<", input.to)
    .orderBy("starts_at")
    .limit(1_000);
  if (only) visits = visits.where("technician_id", "=", only);
  const [rows, technicians, waiting] = await Promise.all([
    visits.execute(),
    db
      .selectFrom("staff")
      .select(["id", "name", "skills"])
      .where("active", "=", true)
      .where(sql<boolean>`'technician' = any (roles)`)
      .orderBy("name")
      .execute(),
    only ? [] : db.selectFrom("visit_waiting").selectAll().orderBy("due_at").limit(200).execute(),
  ]);
  return {
    technicians: only ? technicians.filter((technician) => technician.id === only) : technicians,
    rows: rows.map(toRow),
    waiting: waiting.map((row) => ({
      orderId: row.order_id!,
      orderNumber: row.order_number!,
      customerName: row.customer_name!,
      dueAt: row.due_at,
    })),
  };
}

export async function showAppointment(ctx: Context, input: { appointmentId: string }) {
  const db = reader(ctx);
  let query = db.selectFrom("appointment_list").selectAll().where("id", "=", input.appointmentId);
  if (isOnlyTechnician(ctx)) query = query.where("technician_id", "=", ctx.actor.id);
  const row = found(await query.executeTakeFirst(), "appointment", input.appointmentId);
  const proofs = await db
    .selectFrom("appointment_proofs")
    .selectAll()
    .where("appointment_id", "=", input.appointmentId)
    .orderBy("taken_at")
    .execute();
  return {
    ...toRow(row),
    proofs: proofs.map((proof) => ({
      id: proof.id,
      kind: proof.kind as "photo" | "signature",
      sha256: proof.sha256,
      takenAt: proof.taken_at,
    })),
  };
}

export async function readProof(ctx: Context, input: { appointmentId: string; proofId: string }) {
  await showAppointment(ctx, input);
  const proof = found(
    await reader(ctx)
      .selectFrom("appointment_proofs")
      .selectAll()
      .where("id", "=", input.proofId)
      .where("appointment_id", "=", input.appointmentId)
      .executeTakeFirst(),
    "proof",
    input.proofId,
  );
  const bytes = found(await ctx.app.files.get(proof.file_key), "file", proof.file_key);
  return new File([bytes as Uint8Array<ArrayBuffer>], proof.file_key.split("/").at(-1)!, { type: proof.content_type });
}

/** The visit of one of my orders, as it stands now; null when none is booked. */
export async function myAppointment(ctx: Context, input: { orderId: string }) {
  const customerId = ctx.actor.kind === "customer" ? ctx.actor.customerId : null;
  const db = reader(ctx);
  found(
    await db
      .selectFrom("visit_requests")
      .select("order_id")
      .where("order_id", "=", input.orderId)
      .where("customer_id", "=", customerId)
      .executeTakeFirst(),
    "order",
    input.orderId,
  );
  const row = await db
    .selectFrom("appointment_list")
    .selectAll()
    .where("order_id", "=", input.orderId)
    .where("status", "not in", ["missed", "cancelled"])
    .executeTakeFirst();
  return row ? toRow(row) : null;
}
