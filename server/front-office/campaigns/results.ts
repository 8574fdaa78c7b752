import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";

/**
 * What came of a campaign, counted from the facts. Leads, deals and orders are those on a line that a message or a form of
 * the campaign is on: a cent is counted once per order, whoever else had a part in it.
 */
export async function campaignResults(ctx: Context, campaignId: string) {
  const db = reader(ctx);
  const { rows: counts } = await sql<{ type: string; count: number }>`
    select type, count(distinct case when type in ('message.opened', 'message.clicked') then contact_id::text else id::text end)::int as count
    from events where type in ('message.sent', 'message.opened', 'message.clicked', 'form.submitted') and data->>'campaignId' = ${campaignId} group by type`.execute(
    db,
  );
  const { rows: skipped } = await sql<{ reason: string; count: number }>`
    select data->>'reason' as reason, count(*)::int as count from events where type = 'message.skipped' and data->>'campaignId' = ${campaignId} group by 1 order by 2 desc`.execute(
    db,
  );
  const { rows: grown } = await sql<{ type: string; count: number }>`
    with lines as (select distinct correlation_id from events where type in ('message.sent', 'form.submitted') and data->>'campaignId' = ${campaignId})
    select type, count(*)::int as count from events where correlation_id in (select correlation_id from lines) and type in ('lead.captured', 'opportunity.opened', 'order.placed') group by type`.execute(
    db,
  );
  const { rows: ordered } = await sql<{ currency: string; value: bigint }>`
    with lines as (select distinct correlation_id from events where type in ('message.sent', 'form.submitted') and data->>'campaignId' = ${campaignId})
    select data->>'currency' as currency, sum((data->>'netMinor')::bigint)::bigint as value from events where correlation_id in (select correlation_id from lines) and type = 'order.placed' group by 1`.execute(
    db,
  );
  const { rows: left } = await sql<{ count: number }>`
    select count(distinct w.contact_id)::int as count from events w where w.type = 'consent.withdrawn' and w.causation_id in (select id from events where data->>'campaignId' = ${campaignId} and type in ('message.sent', 'message.clicked', 'message.opened'))`.execute(
    db,
  );
  const of = (rows: { type: string; count: number }[], type: string) => rows.find((row) => row.type === type)?.count ?? 0;
  return {
    sent: of(counts, "message.sent"),
    skipped,
    opened: of(counts, "message.opened"),
    clicked: of(counts, "message.clicked"),
    submissions: of(counts, "form.submitted"),
    leads: of(grown, "lead.captured"),
    opportunities: of(grown, "opportunity.opened"),
    orders: of(grown, "order.placed"),
    ordered: ordered.map((row) => ({ currency: row.currency, valueMinor: row.value })),
    unsubscribed: left[0]?.count ?? 0,
  };
}
