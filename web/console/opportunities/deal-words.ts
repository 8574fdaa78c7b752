import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type Deal = Awaited<ReturnType<typeof client.opportunities.list>>["rows"][number];
export type DealDetail = Awaited<ReturnType<typeof client.opportunities.show>>;

export const stageTone: Record<Deal["stageKind"], Tone> = { open: "info", won: "good", lost: "bad" };
