import type { Subscriber } from "#events/reactions.ts";
import { startSubscriptions } from "./start-subscriptions.ts";

export const subscriptionsSubscribers: readonly Subscriber[] = [
  {
    name: "subscriptions/start",
    to: ["installation.confirmed", "delivery.confirmed"],
    async react(ctx, event) {
      await startSubscriptions(ctx, { orderId: event.data.orderId as string, confirmedAt: event.occurredAt });
    },
  },
];
