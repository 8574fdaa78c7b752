import { append } from "#events/append.ts";
import { multiply, parseDecimal, rational } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import { lockOrder } from "./lock-order.ts";
import { isOpen } from "./order.ts";

/** Changes how many of an item, at the unit price it was sold for, as long as nothing of it has left. */
export const amendOrder = (ctx: Context, input: { orderId: string; itemId: string; quantity: string }) =>
  write(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, input.orderId);
    const item = found(
      await tx
        .selectFrom("order_items")
        .selectAll()
        .where("id", "=", input.itemId)
        .where("order_id", "=", order.id)
        .executeTakeFirst(),
      "order item",
      input.itemId,
    );
    refuseUnless(isOpen(item.status) && order.status !== "cancelled", "order.item_left", { status: item.status });
    const line = item.line as SoldLine;
    if (line.quantity === input.quantity) return { id: order.id };
    const factor = multiply(parseDecimal(input.quantity), rational(1n));
    const before = parseDecimal(line.quantity);
    const rescale = (minor: string) =>
      roundToInteger({ num: BigInt(minor) * factor.num * before.den, den: factor.den * before.num }).toString();
    const changed: SoldLine = {
      ...line,
      quantity: input.quantity,
      netMinor: rescale(line.netMinor),
      listMinor: rescale(line.listMinor),
    };
    const difference = BigInt(changed.netMinor) - BigInt(line.netMinor);
    const tax = roundToInteger({ num: difference * parseDecimal(line.vatRate).num, den: parseDecimal(line.vatRate).den * 100n });
    await tx
      .updateTable("order_items")
      .set({ line: json(changed), action: "modify" })
      .where("id", "=", item.id)
      .execute();
    await tx
      .updateTable("orders")
      .set({ net_minor: order.net_minor + difference, total_minor: order.total_minor + difference + tax })
      .where("id", "=", order.id)
      .execute();
    await append(tx, ctx, "order.amended", {
      subjectId: order.id,
      customerId: order.customer_id,
      data: { number: order.number, what: `${line.name}: ${line.quantity} → ${input.quantity}`, itemId: item.id, line: changed },
    });
    return { id: order.id };
  });
