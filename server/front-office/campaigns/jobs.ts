import type { TimedJob } from "#events/timed-job.ts";
import type { Task } from "#platform/jobs/task.ts";
import { tooManyLeave } from "./campaign.ts";
import { launchCampaign } from "./launch-campaign.ts";
import { sendBatch } from "./send-batch.ts";
import { endCampaign, pauseCampaign } from "./stop-campaign.ts";

export const campaignsTasks: readonly Task[] = [
  { name: "campaigns/send", run: (ctx, input) => sendBatch(ctx, String(input.campaignId)) },
];

export const campaignsJobs: readonly TimedJob[] = [
  {
    name: "campaigns/keep-schedule",
    everyMs: 15_000,
    /** Drafts with a date start by themselves, and campaigns end on their day. */
    async run(ctx) {
      const due = await ctx.app.db
        .selectFrom("campaigns")
        .select(["id", "status"])
        .where((eb) =>
          eb.or([
            eb.and([eb("status", "=", "draft"), eb("starts_at", "<=", ctx.now)]),
            eb.and([eb("status", "in", ["launched", "paused"]), eb("ends_at", "<=", ctx.now)]),
          ]),
        )
        .limit(50)
        .execute();
      for (const { id, status } of due)
        await (status === "draft" ? launchCampaign(ctx, { campaignId: id }) : endCampaign(ctx, { campaignId: id }));
    },
  },
  {
    name: "campaigns/watch-unsubscribes",
    everyMs: 15_000,
    /** A campaign that drives people away stops itself, and says why. */
    async run(ctx) {
      const running = await ctx.app.db
        .selectFrom("campaigns")
        .select(["id", "unsubscribe_limit_bp"])
        .where("status", "=", "launched")
        .where("mail", "is not", null)
        .execute();
      for (const { id, unsubscribe_limit_bp: limitBp } of running) {
        const [reach, left] = await Promise.all([
          ctx.app.db.selectFrom("campaign_reach").select("messages").where("campaign_id", "=", id).executeTakeFirstOrThrow(),
          ctx.app.db
            .selectFrom("campaign_unsubscribes")
            .select((eb) => eb.fn.countAll<bigint>().as("n"))
            .where("campaign_id", "=", id)
            .executeTakeFirstOrThrow(),
        ]);
        const reached = Number(reach.messages);
        if (tooManyLeave(reached, Number(left.n), limitBp))
          await pauseCampaign(ctx, {
            campaignId: id,
            reason: `${left.n} / ${reached} unsubscribed (limit ${limitBp / 100} %)`,
          });
      }
    },
  },
];
