import type { client } from "../../api/client.ts";

export type MySubscription = Awaited<ReturnType<typeof client.subscriptions.mySubscription>>;
export type MySubscriptionRow = Awaited<ReturnType<typeof client.subscriptions.mySubscriptions>>["rows"][number];

/** What makes these pages change by themselves. */
export const serviceNouns = ["subscription", "service", "invoice", "usage"];

const dayMs = 86_400_000;

/** The server names the first day no longer served; people count the last one that is. */
export const lastDay = (day: string): string => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);
