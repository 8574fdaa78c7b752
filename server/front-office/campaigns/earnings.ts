import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";

export type Earnings = Map<string, { orders: number; money: { currency: string; orderedMinor: bigint; paidMinor: bigint }[] }>;

/** What was ordered (before VAT) and paid (with it) on the lines each campaign started or joined, per currency, in minor units. */
export async function earningsOf(ctx: Context, campaignIds: readonly string[]): Promise<Earnings> {
  const { rows } = await sql<{ campaign_id: string; currency: string; orders: bigint; ordered: string; paid: string }>`
    select l.campaign_id, e.data ->> 'currency' as currency, count(*) filter (where e.type = 'order.placed') as orders,
      coalesce(sum((e.data ->> 'netMinor')::numeric) filter (where e.type = 'order.placed'), 0)::text as ordered,
      coalesce(sum((e.data ->> 'amountMinor')::numeric) filter (where e.type = 'payment.received'), 0)::text as paid
    from campaign_lines l join events e on e.correlation_id = l.correlation_id
    where l.campaign_id = any(${campaignIds}::uuid[]) and e.type in ('order.placed', 'payment.received')
    group by 1, 2 order by 1, 2`.execute(reader(ctx));
  const earned: Earnings = new Map();
  for (const row of rows) {
    const before = earned.get(row.campaign_id) ?? { orders: 0, money: [] };
    earned.set(row.campaign_id, {
      orders: before.orders + Number(row.orders),
      money: [...before.money, { currency: row.currency, orderedMinor: BigInt(row.ordered), paidMinor: BigInt(row.paid) }],
    });
  }
  return earned;
}
