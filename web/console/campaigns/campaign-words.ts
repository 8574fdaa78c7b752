import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type CampaignRow = Awaited<ReturnType<typeof client.campaigns.list>>["rows"][number];
export type Campaign = Awaited<ReturnType<typeof client.campaigns.show>>;
export type Results = Awaited<ReturnType<typeof client.campaigns.results>>;
export type FigureName = Parameters<typeof client.campaigns.figure>[0]["figure"];

export const campaignStatuses = ["draft", "launched", "paused", "ended"] as const;

export const campaignTone: Record<CampaignRow["status"], Tone> = {
  draft: "neutral",
  launched: "good",
  paused: "waiting",
  ended: "neutral",
};

/** One list with an element moved by a place; out of bounds changes nothing. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const next = [...list];
  const to = from + by;
  if (to < 0 || to >= next.length) return next;
  const [taken] = next.splice(from, 1);
  next.splice(to, 0, taken as T);
  return next;
}

/** One list with one element replaced, or taken out when there is nothing in its place. */
export const replaced = <T>(list: readonly T[], at: number, value: T | undefined): T[] =>
  list.flatMap((one, index) => (index === at ? (value === undefined ? [] : [value]) : [one]));
