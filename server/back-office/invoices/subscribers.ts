import type { Subscriber } from "#events/reactions.ts";
import { bookCredit } from "./account-credits.ts";
import { earnCharges, withdrawCharge } from "./charges.ts";

export const invoicesSubscribers: readonly Subscriber[] = [
  {
    name: "invoices/earn-delivered",
    to: ["shipment.delivered"],
    async react(ctx, event) {
      const { orderId, itemIds } = event.data as { orderId: string; itemIds: string[] };
      await earnCharges(ctx, event, orderId, ({ id }) => itemIds.includes(id));
    },
  },
  {
    name: "invoices/earn-installed",
    to: ["installation.confirmed"],
    react: (ctx, event) =>
      earnCharges(ctx, event, event.data.orderId as string, ({ line }) => line.kind === "service" && line.delivery === "install"),
  },
  {
    name: "invoices/earn-the-rest",
    to: ["delivery.confirmed"],
    react: (ctx, event) => earnCharges(ctx, event, event.data.orderId as string, () => true),
  },
  {
    name: "invoices/take-back",
    to: ["return.received"],
    react: (ctx, event) => withdrawCharge(ctx, event.data.itemId as string),
  },
  { name: "invoices/book-goodwill", to: ["goodwill.granted"], react: bookCredit },
];
