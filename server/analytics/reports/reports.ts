import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";

const rounded = (value: number | null, digits: number): number | null => (value === null ? null : Number(value.toFixed(digits)));

/**
 * The pipeline as it stands. Engage-to-close: days from the engage date to the close date of every closed deal that has
 * both. Win rate: won / (won + lost). Accounts: customers that have a deal or were imported with them.
 */
export async function pipelineReport(ctx: Context) {
  const db = reader(ctx);
  const stages = await sql<{ stage: string; name: { en: string; fr: string }; count: number }>`
    select s.key as stage, s.name, count(o.id)::int as count from opportunity_stages s left join opportunities o on o.stage = s.key group by s.key, s.name, s.position order by s.position`.execute(
    db,
  );
  const won = await sql<{
    currency: string;
    value: bigint;
  }>`select currency, coalesce(sum(value_minor), 0)::bigint as value from opportunities where stage = 'won' group by currency order by currency`.execute(
    db,
  );
  const days = await sql<{ n: number; median: number | null; mean: number | null }>`
    select count(*)::int as n, percentile_cont(0.5) within group (order by closed_at::date - engaged_on)::float8 as median, avg(closed_at::date - engaged_on)::float8 as mean
    from opportunities where stage in ('won', 'lost') and engaged_on is not null and closed_at is not null`.execute(db);
  const totals = await sql<{ all: number; without: number; accounts: number }>`
    select (select count(*) from opportunities)::int as all, (select count(*) from opportunities where mark = 'no_account')::int as without,
      (select count(*) from customers where merged_into_id is null)::int as accounts`.execute(db);
  const count = (stage: string) => stages.rows.find((row) => row.stage === stage)?.count ?? 0;
  const closed = count("won") + count("lost");
  return {
    opportunities: totals.rows[0]!.all,
    byStage: stages.rows,
    accounts: totals.rows[0]!.accounts,
    withoutAccount: totals.rows[0]!.without,
    won: won.rows.map((row) => ({ currency: row.currency, valueMinor: row.value })),
    engageToCloseDays: { n: days.rows[0]!.n, median: rounded(days.rows[0]!.median, 3), mean: rounded(days.rows[0]!.mean, 3) },
    winRatePercent: closed === 0 ? null : rounded((count("won") / closed) * 100, 2),
  };
}

/** Leads and those that became customers, by where they came from, most leads first. */
export async function leadsReport(ctx: Context) {
  const { rows } = await sql<{ source: string; leads: number; won: number }>`
    select source, count(*)::int as leads, count(*) filter (where won_at is not null or opportunity_id in (select id from opportunities where stage = 'won'))::int as won
    from leads group by source order by leads desc, source`.execute(reader(ctx));
  return {
    leads: rows.reduce((sum, row) => sum + row.leads, 0),
    won: rows.reduce((sum, row) => sum + row.won, 0),
    bySource: rows.map((row) => ({ ...row, conversionPercent: rounded((row.won / row.leads) * 100, 2)! })),
  };
}
