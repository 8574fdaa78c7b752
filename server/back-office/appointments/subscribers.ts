import type { Subscriber } from "#events/reactions.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import { json } from "#platform/database.ts";
import { offerSlots } from "./offer-slots.ts";

export const appointmentsSubscribers: readonly Subscriber[] = [
  {
    name: "appointments/note-order",
    to: ["order.placed"],
    async react(ctx, event) {
      const { number, items, deliveryAddress } = event.data as { number: string; items: SoldLine[]; deliveryAddress: unknown };
      const visits = items.filter((item) => item.delivery === "install");
      if (visits.length === 0) return;
      const skills = [...new Set(visits.flatMap((item) => (item.characteristics.skill ? [item.characteristics.skill] : [])))];
      await ctx
        .tx!.insertInto("visit_requests")
        .values({
          order_id: event.subjectId,
          order_number: number,
          customer_id: event.customerId!,
          contact_id: event.contactId,
          address: json(deliveryAddress),
          skills,
        })
        .onConflict((c) => c.column("order_id").doNothing())
        .execute();
    },
  },
  {
    name: "appointments/offer",
    to: ["order.planned"],
    async react(ctx, event) {
      const { tasks } = event.data as { tasks: { taskId: string; kind: string; dueAt: string }[] };
      const visit = tasks.find((task) => task.kind === "install");
      if (!visit) return;
      // the order itself is read here because its note may be written by another worker a moment later
      const order = await ctx
        .tx!.selectFrom("orders")
        .select(["number", "customer_id", "contact_id", "delivery_address"])
        .where("id", "=", event.subjectId)
        .executeTakeFirst();
      if (order) {
        await ctx
          .tx!.insertInto("visit_requests")
          .values({
            order_id: event.subjectId,
            order_number: order.number,
            customer_id: order.customer_id,
            contact_id: order.contact_id,
            address: json(order.delivery_address),
          })
          .onConflict((c) => c.column("order_id").doNothing())
          .execute();
      }
      await ctx
        .tx!.updateTable("visit_requests")
        .set({ task_id: visit.taskId, due_at: new Date(visit.dueAt) })
        .where("order_id", "=", event.subjectId)
        .execute();
      await offerSlots(ctx, event.subjectId);
    },
  },
  {
    name: "appointments/cancel",
    to: ["order.cancelled"],
    async react(ctx, event) {
      await ctx
        .tx!.updateTable("appointments")
        .set({ status: "cancelled" })
        .where("order_id", "=", event.subjectId)
        .where("status", "in", ["booked", "dispatched"])
        .execute();
      await ctx.tx!.updateTable("visit_requests").set({ task_id: null }).where("order_id", "=", event.subjectId).execute();
    },
  },
];
