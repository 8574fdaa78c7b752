import { append } from "#events/append.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { takeNumber } from "#record/organisation/take-number.ts";

export interface PlaceOrder {
  quoteId: string | null;
  opportunityId: string | null;
  customerId: string;
  contactId: string | null;
  currency: string;
  netMinor: bigint;
  totalMinor: bigint;
  lines: readonly SoldLine[];
  deliveryAddress: { line1: string; line2?: string | undefined; postcode: string; city: string; country: string };
  locale: "en" | "fr";
}

/** The order of a signed quote. One quote gives one order, however often the signature is reported. */
export const placeOrder = (ctx: Context, input: PlaceOrder) =>
  write(ctx, async (tx) => {
    if (input.quoteId) {
      const existing = await tx.selectFrom("orders").select("id").where("quote_id", "=", input.quoteId).executeTakeFirst();
      if (existing) return existing;
    }
    const id = newId();
    const year = ctx.now.getUTCFullYear();
    const number = await takeNumber(tx, `order-${year}`, `CDE-${year}-`);
    await tx
      .insertInto("orders")
      .values({
        id,
        number,
        customer_id: input.customerId,
        contact_id: input.contactId,
        quote_id: input.quoteId,
        opportunity_id: input.opportunityId,
        status: "placed",
        currency: input.currency,
        net_minor: input.netMinor,
        total_minor: input.totalMinor,
        delivery_address: json(input.deliveryAddress),
        locale: input.locale,
        placed_at: ctx.now,
      })
      .execute();
    const items = input.lines.map((line) => ({ ...line, itemId: newId(), action: "add" as const }));
    for (const [position, item] of items.entries()) {
      await tx
        .insertInto("order_items")
        .values({ id: item.itemId, order_id: id, position, action: item.action, line: json(input.lines[position]) })
        .execute();
    }
    await append(tx, ctx, "order.placed", {
      subjectId: id,
      customerId: input.customerId,
      contactId: input.contactId,
      ...(input.quoteId && !ctx.cause && { follows: input.quoteId }),
      data: {
        number,
        quoteId: input.quoteId,
        opportunityId: input.opportunityId,
        currency: input.currency,
        netMinor: input.netMinor,
        totalMinor: input.totalMinor,
        items,
        deliveryAddress: input.deliveryAddress,
        locale: input.locale,
      },
    });
    return { id };
  });
