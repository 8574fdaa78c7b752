import type { Subscriber } from "#events/reactions.ts";
import type { Context } from "#platform/context.ts";
import { completeOrder } from "./complete-order.ts";
import { placeOrder, type PlaceOrder } from "./place-order.ts";

/** Notes on the items what happened to them; the facts are stated by the modules that did it. */
async function markItems(
  ctx: Context,
  orderId: string,
  status: string,
  only?: { itemIds?: readonly string[]; delivery?: string },
): Promise<void> {
  let query = ctx
    .tx!.updateTable("order_items")
    .set({ status })
    .where("order_id", "=", orderId)
    .where("status", "not in", ["returned", "cancelled"]);
  if (only?.itemIds) query = query.where("id", "in", [...only.itemIds]);
  if (only?.delivery)
    query = query.where((eb) => eb(eb.ref("line", "->>").key("delivery" as never), "=", only.delivery as never));
  await query.execute();
  await ctx
    .tx!.updateTable("orders")
    .set({ status: "in_progress" })
    .where("id", "=", orderId)
    .where("status", "in", ["placed", "planned"])
    .execute();
}

export const ordersSubscribers: readonly Subscriber[] = [
  {
    name: "orders/place",
    to: ["quote.signed"],
    async react(ctx, event) {
      const data = event.data as unknown as Omit<PlaceOrder, "netMinor" | "totalMinor"> & {
        netMinor: string;
        totalMinor: string;
      };
      await placeOrder(ctx, {
        quoteId: event.subjectId,
        opportunityId: data.opportunityId,
        customerId: event.customerId!,
        contactId: event.contactId,
        currency: data.currency,
        netMinor: BigInt(data.netMinor),
        totalMinor: BigInt(data.totalMinor),
        lines: data.lines,
        deliveryAddress: data.deliveryAddress,
        locale: data.locale,
      });
    },
  },
  {
    name: "orders/note-plan",
    to: ["order.planned", "order.promise_moved", "order.jeopardised"],
    async react(ctx, event) {
      const { promisedFor, expectedFor, to } = event.data as { promisedFor?: string; expectedFor?: string; to?: string };
      const dates =
        event.type === "order.planned"
          ? { promised_on: promisedFor!, expected_on: promisedFor!, status: "planned" }
          : event.type === "order.promise_moved"
            ? { promised_on: to!, expected_on: to! }
            : { expected_on: expectedFor! };
      await ctx
        .tx!.updateTable("orders")
        .set(dates)
        .where("id", "=", event.subjectId)
        .where("status", "not in", ["completed", "cancelled"])
        .execute();
    },
  },
  {
    name: "orders/note-shipped",
    to: ["shipment.dispatched"],
    react: (ctx, { data }) => markItems(ctx, data.orderId as string, "shipped", { itemIds: data.itemIds as string[] }),
  },
  {
    name: "orders/note-delivered",
    to: ["shipment.delivered"],
    react: (ctx, { data }) => markItems(ctx, data.orderId as string, "delivered", { itemIds: data.itemIds as string[] }),
  },
  {
    name: "orders/note-installed",
    to: ["installation.confirmed"],
    react: (ctx, { data }) => markItems(ctx, data.orderId as string, "installed", { delivery: "install" }),
  },
  {
    name: "orders/note-active",
    to: ["service.provisioned"],
    react: (ctx, { data }) => markItems(ctx, data.orderId as string, "active", { itemIds: [data.itemId as string] }),
  },
  {
    name: "orders/complete",
    to: ["delivery.confirmed"],
    react: (ctx, { data }) => completeOrder(ctx, data.orderId as string).then(() => {}),
  },
];
