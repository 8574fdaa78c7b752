import type { TimedJob } from "#events/timed-job.ts";
import { computeValue } from "./compute-values.ts";
import { learnValues } from "./learn-values.ts";
import { keptModels } from "./value-models.ts";

const batch = 200;
const dayMs = 86_400_000;

export const customerValueJobs: readonly TimedJob[] = [
  {
    name: "customer-value/weigh",
    everyMs: 20_000,
    /** Those whom something touched, and everyone once a day: silence is a signal too. */
    async run(ctx) {
      const due = await ctx.app.db
        .selectFrom("customer_values")
        .select("customer_id")
        .where("churned_at", "is", null)
        .where((eb) => eb.or([eb("stale", "=", true), eb("computed_at", "<", new Date(ctx.now.getTime() - dayMs))]))
        .limit(batch)
        .execute();
      if (due.length === 0) return;
      const models = await keptModels(ctx);
      for (const row of due) await computeValue(ctx, row.customer_id, models);
    },
  },
  { name: "customer-value/learn", everyMs: dayMs / 4, run: learnValues },
];
