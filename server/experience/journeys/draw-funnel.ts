import { type RawBuilder, sql } from "kysely";
import { isEventType } from "#events/catalog.ts";
import { type Context, reader } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { findJourney } from "./find-journey.ts";
import { type Period, periodOf } from "./period.ts";

const standard = [
  "page.viewed",
  "lead.captured",
  "opportunity.opened",
  "quote.sent",
  "quote.signed",
  "order.completed",
  "payment.matched",
];

/**
 * Of those who took the first step in the period, how many took the second after it, the third after that ... within
 * `withinDays` of the first. The time is the median from the step before.
 */
export async function drawFunnel(
  ctx: Context,
  input: Period & { slug: string; steps?: string[] | undefined; withinDays: number },
) {
  const db = reader(ctx);
  await findJourney(db, input.slug);
  const steps = input.steps ?? standard;
  for (const step of steps) refuseUnless(isEventType(step), "journey.unknown_step", { step });
  const { from, to } = periodOf(ctx, input);
  const segment = input.segment ?? null;
  const links: RawBuilder<unknown>[] = steps.map((step, index) =>
    index === 0
      ? sql`s0 as (select case_id, min(occurred_at) as at, min(occurred_at) as first, null::float8 as hours from journey_touches
          where type = ${step} and occurred_at >= ${from} and occurred_at < ${to} and (${segment}::text is null or segment = ${segment}) group by case_id)`
      : sql`${sql.raw(`s${index}`)} as (select t.case_id, min(t.occurred_at) as at, min(p.first) as first,
          (extract(epoch from min(t.occurred_at) - min(p.at)) / 3600)::float8 as hours
          from journey_touches t join ${sql.raw(`s${index - 1}`)} p on p.case_id = t.case_id
          where t.type = ${step} and t.occurred_at >= p.at and t.occurred_at < p.first + make_interval(days => ${input.withinDays}) group by t.case_id)`,
  );
  const counts = steps.map(
    (_step, index) =>
      sql`select ${sql.lit(index)} as step, count(*)::int as count, percentile_cont(0.5) within group (order by hours) as median from ${sql.raw(`s${index}`)}`,
  );
  const { rows } = await sql<{ step: number; count: number; median: number | null }>`
    with ${sql.join(links, sql`, `)} ${sql.join(counts, sql` union all `)} order by step`.execute(db);
  return {
    steps: steps.map((type, index) => ({
      type,
      count: rows[index]?.count ?? 0,
      medianHours: rows[index]?.median ?? null,
      filter: { types: [type], from, to, ...(input.segment && { segment: input.segment }) },
    })),
  };
}
