import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type OrderRow = Awaited<ReturnType<typeof client.orders.list>>["rows"][number];
export type OrderDetail = Awaited<ReturnType<typeof client.orders.show>>;
export type Plan = Awaited<ReturnType<typeof client.fulfillment.plan>>;
export type Task = Plan["tasks"][number];

export const orderStatuses = ["placed", "planned", "in_progress", "completed", "cancelled"] as const;
export const taskStatuses = ["waiting", "ready", "started", "completed", "failed", "cancelled"] as const;

export const taskTone: Record<Task["status"], Tone> = {
  waiting: "neutral",
  ready: "info",
  started: "active",
  completed: "good",
  failed: "bad",
  cancelled: "neutral",
};
