/** How a campaign may move. */
export type CampaignStatus = "draft" | "launched" | "paused" | "ended";

const moves: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ["launched"],
  launched: ["paused", "ended"],
  paused: ["launched", "ended"],
  ended: [],
};
export const canMove = (from: string, to: CampaignStatus): boolean => moves[from as CampaignStatus]?.includes(to) ?? false;

/** Above this share of unsubscribes (with enough sent to mean it) a campaign pauses by itself. Source: bulk-sender practice, well below the 0.3 % at which mailbox providers act on complaints. */
export const unsubscribeLimit = 0.005;
export const minSentToJudge = 200;
