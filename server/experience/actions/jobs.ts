import { sql } from "kysely";
import type { TimedJob } from "#events/timed-job.ts";
import { measureAction } from "./finish-action.ts";

export const actionsJobs: readonly TimedJob[] = [
  {
    name: "actions/measure",
    everyMs: 60_000,
    /** An action whose days are over is measured, once. */
    async run(ctx) {
      const due = await ctx.app.db
        .selectFrom("action_plans")
        .select("id")
        .where("measured_at", "is", null)
        .where("kpi", "is not", null)
        .where("status", "<>", "cancelled")
        .where(sql<boolean>`started_at + make_interval(days => measure_days) <= ${ctx.now}`)
        .limit(50)
        .execute();
      for (const { id } of due) await measureAction(ctx, { actionId: id });
    },
  },
];
