import type { TimedJob } from "#events/timed-job.ts";
import type { Task } from "#platform/jobs/task.ts";
import { minSentToJudge, unsubscribeLimit } from "./campaign.ts";
import { campaignResults } from "./results.ts";
import { pauseCampaign } from "./run-campaign.ts";
import { sendCampaign } from "./send-campaign.ts";

export const campaignsTasks: readonly Task[] = [
  { name: "campaigns/send", run: (ctx, input) => sendCampaign(ctx, String(input.campaignId)) },
];

export const campaignsJobs: readonly TimedJob[] = [
  {
    name: "campaigns/watch-unsubscribes",
    everyMs: 60_000,
    /** People leave faster than they should: the campaign stops by itself and says so. */
    async run(ctx) {
      const running = await ctx.app.db
        .selectFrom("campaigns")
        .select("id")
        .where("status", "=", "launched")
        .where("segment_id", "is not", null)
        .execute();
      for (const { id } of running) {
        const { sent, unsubscribed } = await campaignResults(ctx, id);
        if (sent < minSentToJudge || unsubscribed / sent <= unsubscribeLimit) continue;
        await pauseCampaign(ctx, { campaignId: id, reason: `${unsubscribed} of ${sent} unsubscribed` });
      }
    },
  },
];
