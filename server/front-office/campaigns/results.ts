import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { earningsOf } from "./earnings.ts";

/** What a campaign brought: from who was written to, down to what was ordered and paid on the lines it started. */
export async function showResults(ctx: Context, input: { campaignId: string }) {
  const { campaignId } = input;
  const db = reader(ctx);
  const reach = found(
    await db.selectFrom("campaign_reach").selectAll().where("campaign_id", "=", campaignId).executeTakeFirst(),
    "campaign",
    campaignId,
  );
  const [recipients, left, seen, earned, touches] = await Promise.all([
    sql<{ outcome: string | null; reason: string | null; n: bigint }>`
      select case when outcome = 'deferred' and exists (
          select 1 from messages m where m.campaign_id = r.campaign_id and m.contact_id = r.contact_id) then 'sent' else outcome end as outcome,
        reason, count(*) as n
      from campaign_recipients r where campaign_id = ${campaignId} group by 1, 2 order by 3 desc`.execute(db),
    sql<{ n: bigint }>`select count(*) as n from campaign_unsubscribes where campaign_id = ${campaignId}`.execute(db),
    sql<{ n: bigint }>`
      select count(distinct subject_id) as n from events
      where type = 'page.viewed' and data ->> 'path' = (select '/p/' || slug from campaigns where id = ${campaignId})`.execute(
      db,
    ),
    earningsOf(ctx, [campaignId]),
    touchesOf(ctx, campaignId),
  ]);
  const count = (outcome: string | null) =>
    recipients.rows.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + Number(row.n), 0);
  return {
    recipients: recipients.rows.reduce((sum, row) => sum + Number(row.n), 0),
    waiting: count(null),
    sent: Number(reach.messages),
    delivered: Number(reach.sent),
    deferred: count("deferred"),
    skipped: recipients.rows
      .filter((row) => row.outcome === "skipped")
      .map((row) => ({ reason: row.reason ?? "", count: Number(row.n) })),
    bounced: Number(reach.bounced),
    opened: Number(reach.opened),
    clicked: Number(reach.clicked),
    unsubscribed: Number(left.rows[0]!.n),
    visitors: Number(seen.rows[0]!.n),
    submissions: Number(reach.submissions),
    leads: Number(reach.leads),
    opportunities: Number(reach.opportunities),
    ...(earned.get(campaignId) ?? { orders: 0, money: [] }),
    touches,
  };
}

interface TouchRow {
  model: "first" | "last";
  source: string;
  medium: string | null;
  leads: bigint;
  opportunities: bigint;
  money: { currency: string; orderedMinor: string }[];
}

/** The same leads counted twice: by where they were first seen, and by what brought them the last time. */
async function touchesOf(ctx: Context, campaignId: string) {
  const { rows } = await sql<TouchRow>`
    with mine as (select * from campaign_touches where campaign_id = ${campaignId}),
    ordered as (
      select m.lead_id, e.data ->> 'currency' as currency, sum((e.data ->> 'netMinor')::numeric) as ordered
      from mine m join events e on e.correlation_id = m.correlation_id and e.type = 'order.placed' group by 1, 2
    ),
    told as (
      select 'first' as model, first_source as source, first_medium as medium, lead_id, opportunity_id from mine
      union all select 'last', last_source, last_medium, lead_id, opportunity_id from mine
    ),
    earned as (
      select t.model, t.source, t.medium, o.currency, sum(o.ordered) as ordered
      from told t join ordered o on o.lead_id = t.lead_id group by 1, 2, 3, 4
    )
    select t.model, t.source, t.medium, count(*) as leads, count(t.opportunity_id) as opportunities,
      coalesce((select jsonb_agg(jsonb_build_object('currency', e.currency, 'orderedMinor', e.ordered::text) order by e.currency) from earned e
        where e.model = t.model and e.source = t.source and e.medium is not distinct from t.medium), '[]') as money
    from told t group by 1, 2, 3 order by 1, 4 desc, 2`.execute(reader(ctx));
  return rows.map((row) => ({
    ...row,
    leads: Number(row.leads),
    opportunities: Number(row.opportunities),
    money: row.money.map((sum) => ({ currency: sum.currency, orderedMinor: BigInt(sum.orderedMinor) })),
  }));
}
