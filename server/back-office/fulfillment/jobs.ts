import type { TimedJob } from "#events/timed-job.ts";
import { watchPromise } from "./watch-promise.ts";

const batch = 500;

export const fulfillmentJobs: readonly TimedJob[] = [
  {
    name: "fulfillment/watch-promises",
    everyMs: 15_000,
    async run(ctx) {
      const late = await ctx.app.db
        .selectFrom("task_list")
        .select("order_id")
        .distinct()
        .where("plan_closed_at", "is", null)
        .where("status", "in", ["waiting", "ready", "started", "failed"])
        .where("jeopardy_at", "<=", ctx.now)
        .limit(batch)
        .execute();
      for (const { order_id } of late) await watchPromise(ctx, order_id!);
    },
  },
];
