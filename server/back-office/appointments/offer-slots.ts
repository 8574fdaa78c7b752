import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { businessCalendar } from "#record/organisation/business-calendar.ts";
import { feasibleSlots, type Slot } from "./slots.ts";

const noticeMs = 2 * 3_600_000;

/** The request behind an order, if the one who asks may see it. */
export async function visitRequest(ctx: Context, orderId: string) {
  let query = reader(ctx).selectFrom("visit_requests").selectAll().where("order_id", "=", orderId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  const request = found(await query.executeTakeFirst(), "visit", orderId);
  refuseUnless(request.task_id, "appointment.not_planned");
  return request;
}

/** Windows that are really feasible, computed now from everyone's visits, and never before the goods can be there. */
export async function slotsFor(ctx: Context, orderId: string, except?: string): Promise<Slot[]> {
  const db = reader(ctx);
  const request = await visitRequest(ctx, orderId);
  const goods = await db
    .selectFrom("tasks")
    .select(["expected_at", "completed_at"])
    .where("order_id", "=", orderId)
    .where("kind", "=", "ship")
    .executeTakeFirst();
  const goodsAt = goods ? (goods.completed_at ?? goods.expected_at) : ctx.now;
  // one after the other: inside a transaction there is one connection
  const technicians = await db
    .selectFrom("staff")
    .select(["id", "skills"])
    .where("active", "=", true)
    .where(sql<boolean>`'technician' = any (roles)`)
    .execute();
  const visits = await db
    .selectFrom("appointments")
    .select(["id", "technician_id", "starts_at", "ends_at", "address"])
    .where("ends_at", ">", ctx.now)
    .where("status", "not in", ["missed", "cancelled"])
    .execute();
  const calendar = await businessCalendar(ctx);
  return feasibleSlots({
    earliest: new Date(Math.max(ctx.now.getTime() + noticeMs, goodsAt.getTime())),
    calendar,
    technicians,
    visits: visits
      .filter((visit) => visit.id !== except)
      .map((visit) => ({
        technicianId: visit.technician_id,
        startsAt: visit.starts_at,
        endsAt: visit.ends_at,
        postcode: (visit.address as { postcode: string }).postcode,
      })),
    postcode: (request.address as { postcode: string }).postcode,
    skills: request.skills,
  });
}

export const listSlots = async (ctx: Context, input: { orderId: string }) => ({
  slots: (await slotsFor(ctx, input.orderId)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
});

/** Tells the customer that they can choose a window now. */
export const offerSlots = (ctx: Context, orderId: string) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const request = await visitRequest(inner, orderId);
    const slots = await slotsFor(inner, orderId);
    await append(tx, ctx, "appointment.offered", {
      subjectId: request.task_id!,
      follows: orderId,
      customerId: request.customer_id,
      contactId: request.contact_id,
      data: { orderId, taskId: request.task_id!, slots: slots.length },
    });
  });
