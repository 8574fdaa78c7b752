import { sql } from "kysely";
import type { TimedJob } from "#events/timed-job.ts";

const hour = 3_600_000;

export const opportunitiesJobs: readonly TimedJob[] = [
  {
    name: "opportunities/snapshot-forecast",
    everyMs: hour,
    /** Freezes the forecast of the day, so that "what moved since Monday" can be answered. */
    async run(ctx) {
      const today = ctx.now.toISOString().slice(0, 10);
      await sql`
        insert into forecast_snapshots (taken_on, owner_id, stage, currency, opportunities, value_minor, weighted_minor)
        select ${today}::date, owner_id, stage, currency, count(*), coalesce(sum(value_minor), 0), coalesce(round(sum(value_minor * probability / 100.0)), 0)
        from opportunity_list where stage_kind = 'open' group by owner_id, stage, currency
        on conflict do nothing`.execute(ctx.app.db);
    },
  },
];
