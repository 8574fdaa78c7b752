import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type Webhook = Awaited<ReturnType<typeof client.webhooks.list>>["rows"][number];
export type Delivery = Awaited<ReturnType<typeof client.webhooks.deliveries>>["rows"][number];

export const webhookTone: Record<Webhook["status"], Tone> = { active: "good", paused: "waiting", disabled: "bad" };
export const deliveryTone: Record<Delivery["status"], Tone> = { pending: "waiting", delivered: "good", failed: "bad" };
