import type { SoldLine } from "#cpq/quotes/events.ts";
import { dateOf, localText } from "#back-office/subscriptions/engine/local-time.ts";
import { append } from "#events/append.ts";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { creditReturned } from "./credit-returned.ts";

/** Which items of the order have been earned by a fact. */
type Chosen = (item: { id: string; line: SoldLine }) => boolean;

/** Products that arrived, services that were confirmed: owed from now on, once per order item, at the price sold. */
export const earnCharges = (ctx: Context, event: RecordedEvent, orderId: string, chosen: Chosen) =>
  write(ctx, async (tx) => {
    const order = await tx.selectFrom("orders").selectAll().where("id", "=", orderId).executeTakeFirst();
    if (!order) return;
    const account = await tx
      .selectFrom("customers")
      .select("time_zone")
      .where("id", "=", order.customer_id)
      .executeTakeFirstOrThrow();
    const earnedOn = dateOf(localText(event.occurredAt.getTime(), account.time_zone));
    const items = await tx
      .selectFrom("order_items")
      .selectAll()
      .where("order_id", "=", orderId)
      .where("status", "not in", ["cancelled", "returned"])
      .where("action", "in", ["add", "modify"])
      .orderBy("position")
      .execute();
    for (const item of items) {
      const line = item.line as SoldLine;
      if (line.kind === "subscription" || !chosen({ id: item.id, line })) continue;
      const id = newId();
      const known = await tx.selectFrom("one_off_charges").select("id").where("order_item_id", "=", item.id).executeTakeFirst();
      if (known) continue;
      const fact = await append(tx, ctx, "charge.earned", {
        subjectId: id,
        customerId: order.customer_id,
        contactId: order.contact_id,
        data: {
          orderId,
          orderItemId: item.id,
          kind: line.kind,
          sku: line.sku,
          name: line.name,
          netMinor: line.netMinor,
          currency: order.currency,
          on: earnedOn,
        },
      });
      await tx
        .insertInto("one_off_charges")
        .values({
          id,
          order_item_id: item.id,
          order_id: orderId,
          customer_id: order.customer_id,
          contact_id: order.contact_id,
          kind: line.kind,
          sku: line.sku,
          name: line.name,
          quantity: line.quantity,
          net_minor: BigInt(line.netMinor),
          currency: order.currency,
          vat_category: line.vatCategory,
          vat_rate: line.vatRate,
          earned_on: earnedOn,
          event_id: fact.eventId,
        })
        .execute();
    }
  });

/** The product came back: credited when it was billed, withdrawn when it was not yet. */
export const withdrawCharge = (ctx: Context, orderItemId: string) =>
  write(ctx, async (tx) => {
    const charge = await tx
      .selectFrom("one_off_charges")
      .selectAll()
      .where("order_item_id", "=", orderItemId)
      .forUpdate()
      .executeTakeFirst();
    if (!charge || charge.withdrawn_at) return;
    const billed = await tx.selectFrom("obligations").select("key").where("item_id", "=", orderItemId).executeTakeFirst();
    await tx.updateTable("one_off_charges").set({ withdrawn_at: ctx.now }).where("id", "=", charge.id).execute();
    if (billed) return creditReturned({ ...ctx, tx }, orderItemId);
    await append(tx, ctx, "charge.withdrawn", {
      subjectId: charge.id,
      customerId: charge.customer_id,
      data: {
        orderItemId,
        name: charge.name,
        netMinor: charge.net_minor,
        currency: charge.currency,
        on: dateOf(ctx.now.toISOString()),
      },
    });
  });
