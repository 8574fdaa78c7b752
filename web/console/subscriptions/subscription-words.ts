import type { client } from "../../api/client.ts";

export type SubscriptionRow = Awaited<ReturnType<typeof client.subscriptions.list>>["rows"][number];
export type SubscriptionDetail = Awaited<ReturnType<typeof client.subscriptions.show>>;

export const subscriptionStatuses = ["active", "paused", "ended"] as const;
export const subscriptionNouns = ["subscription", "usage"];
