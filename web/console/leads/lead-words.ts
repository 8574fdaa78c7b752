import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type LeadRow = Awaited<ReturnType<typeof client.leads.list>>["rows"][number];
export type LeadDetail = Awaited<ReturnType<typeof client.leads.show>>;

export const leadStatuses = [
  "new",
  "nurturing",
  "handed_over",
  "working",
  "qualified",
  "converted",
  "disqualified",
  "recycled",
] as const;

export const leadTone: Record<LeadRow["status"], Tone> = {
  new: "info",
  nurturing: "plan",
  handed_over: "waiting",
  working: "active",
  qualified: "good",
  converted: "good",
  disqualified: "neutral",
  recycled: "plan",
};
