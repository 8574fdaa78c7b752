import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Subscriber } from "#events/reactions.ts";
import type { Context } from "#platform/context.ts";

/** The customer's row, made at the first sign of money; whatever touched it must be weighed again. */
async function touch(ctx: Context, customerId: string, currency: string, billedMinor = 0n): Promise<void> {
  await sql`
    insert into customer_values as v (customer_id, currency, billed_minor, margin_minor, stale)
    select ${customerId}, ${currency}, ${billedMinor}, round(${billedMinor} * margin_percent / 100.0)::bigint, true from value_settings
    on conflict (customer_id) do update set billed_minor = v.billed_minor + excluded.billed_minor, margin_minor = v.margin_minor + excluded.margin_minor, stale = true`.execute(
    ctx.tx!,
  );
  await sql`update customer_values set monthly_minor = coalesce((select sum(monthly_minor) from value_subscriptions s where s.customer_id = ${customerId} and s.ended_at is null), 0) where customer_id = ${customerId}`.execute(
    ctx.tx!,
  );
}

export const customerValueSubscribers: readonly Subscriber[] = [
  {
    name: "customer-value/started",
    to: ["subscription.started"],
    async react(ctx, event) {
      const { name, monthlyMinor, currency } = event.data as { name: string; monthlyMinor: string; currency: string };
      await ctx
        .tx!.insertInto("value_subscriptions")
        .values({
          subscription_id: event.subjectId,
          customer_id: event.customerId!,
          name,
          monthly_minor: BigInt(monthlyMinor),
          currency,
          started_at: event.occurredAt,
        })
        .onConflict((c) => c.doNothing())
        .execute();
      await touch(ctx, event.customerId!, currency);
    },
  },
  {
    name: "customer-value/cancelled",
    to: ["subscription.cancelled"],
    async react(ctx, event) {
      const { currency, reason, monthlyMinor } = event.data as { currency: string; reason: string; monthlyMinor: string };
      await ctx
        .tx!.updateTable("value_subscriptions")
        .set({ ended_at: event.occurredAt })
        .where("subscription_id", "=", event.subjectId)
        .execute();
      await touch(ctx, event.customerId!, currency);
      const left = await ctx
        .tx!.selectFrom("value_subscriptions")
        .select("subscription_id")
        .where("customer_id", "=", event.customerId!)
        .where("ended_at", "is", null)
        .limit(1)
        .executeTakeFirst();
      if (left) return;
      const gone = await ctx
        .tx!.updateTable("customer_values")
        .set({ churned_at: event.occurredAt })
        .where("customer_id", "=", event.customerId!)
        .where("churned_at", "is", null)
        .returning("customer_id")
        .executeTakeFirst();
      if (gone)
        await append(ctx.tx!, ctx, "customer.churned", {
          subjectId: event.customerId!,
          customerId: event.customerId,
          data: { reason, monthlyMinor, currency },
        });
    },
  },
  {
    name: "customer-value/ordered",
    to: ["order.placed"],
    async react(ctx, event) {
      const { items, currency } = event.data as {
        currency: string;
        items: { kind: string; action: string; netMinor: string }[];
      };
      const once = items.filter((item) => item.kind !== "subscription" && item.action === "add");
      const amount = once.reduce((sum, item) => sum + BigInt(item.netMinor), 0n);
      if (!event.customerId || amount <= 0n) return;
      await ctx
        .tx!.insertInto("value_purchases")
        .values({
          order_id: event.subjectId,
          customer_id: event.customerId,
          bought_on: event.occurredAt.toISOString().slice(0, 10),
          amount_minor: amount,
          currency,
        })
        .onConflict((c) => c.doNothing())
        .execute();
      await touch(ctx, event.customerId, currency);
    },
  },
  {
    name: "customer-value/order-cancelled",
    to: ["order.cancelled"],
    async react(ctx, event) {
      await ctx.tx!.deleteFrom("value_purchases").where("order_id", "=", event.subjectId).execute();
      if (event.customerId)
        await ctx.tx!.updateTable("customer_values").set({ stale: true }).where("customer_id", "=", event.customerId).execute();
    },
  },
  {
    name: "customer-value/billed",
    to: ["invoice.issued", "credit_note.issued"],
    async react(ctx, event) {
      const { netMinor, currency } = event.data as { netMinor: string; currency: string };
      await touch(ctx, event.customerId!, currency, event.type === "invoice.issued" ? BigInt(netMinor) : -BigInt(netMinor));
    },
  },
  {
    name: "customer-value/touched",
    to: [
      "survey.answered",
      "complaint.opened",
      "order.jeopardised",
      "order.promise_moved",
      "appointment.missed",
      "invoice.overdue",
      "invoice.disputed",
      "conversation.opened",
      "conversation.resolved",
    ],
    async react(ctx, event) {
      if (event.customerId)
        await ctx.tx!.updateTable("customer_values").set({ stale: true }).where("customer_id", "=", event.customerId).execute();
    },
  },
];
