import { type Selectable, sql } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { seeCustomer } from "#record/customers/visible.ts";
import { revenueRetention } from "#experience/kpis/engine/retention.ts";
import type { ValueStep } from "./expected-value.ts";
import type { Reason } from "./score-customer.ts";

const toRow = (row: Selectable<DB["customer_value_list"]>) => ({
  customerId: row.customer_id!,
  customerName: row.customer_name!,
  currency: row.currency!,
  billedMinor: row.billed_minor!,
  marginMinor: row.margin_minor!,
  monthlyMinor: row.monthly_minor!,
  health: row.health,
  healthReasons: row.health_reasons as Reason[],
  churnPercent: row.churn_percent,
  churnReasons: row.churn_reasons as Reason[],
  churned: row.churned_at !== null,
  expectedMinor: row.expected_minor,
  expectedSteps: (row.expected_steps as KeptStep[]).map((step) => ({
    ...step,
    unitMinor: BigInt(step.unitMinor),
    marginMinor: BigInt(step.marginMinor),
  })),
});

type KeptStep = Omit<ValueStep, "unitMinor" | "marginMinor"> & { unitMinor: string; marginMinor: string };

export async function listValues(
  ctx: Context,
  input: { cursor?: string | undefined; limit: number; minRisk?: number | undefined },
) {
  let query = reader(ctx)
    .selectFrom("customer_value_list")
    .selectAll()
    .orderBy("risk", "desc")
    .orderBy("customer_id")
    .limit(input.limit + 1);
  if (input.minRisk !== undefined) query = query.where("churn_percent", ">=", input.minRisk);
  if (input.cursor) {
    const [risk, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(risk < ${risk}::int or (risk = ${risk}::int and customer_id > ${id}::uuid))`);
  }
  const cut = page(await query.execute(), input.limit, (row) => [row.risk, row.customer_id]);
  return { rows: cut.rows.map(toRow), nextCursor: cut.nextCursor };
}

export async function showValue(ctx: Context, input: { customerId: string }) {
  await seeCustomer(ctx, reader(ctx), input.customerId);
  const row = await reader(ctx)
    .selectFrom("customer_value_list")
    .selectAll()
    .where("customer_id", "=", input.customerId)
    .executeTakeFirst();
  return row ? toRow(row) : null;
}

/**
 * The last 30 days. GRR = (start - what left) / start, at most 100 %; NRR = (start + what grew - what left) / start, of the
 * customers who were there at the start; new ones excluded.
 */
export async function showValueSummary(ctx: Context) {
  const from = new Date(ctx.now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<{
    currency: string;
    monthly: bigint;
    customers: number;
    churned: number;
    start: bigint;
    lost: bigint;
    grown: bigint;
  }>`
    with s as (select * from value_subscriptions),
      there as (select distinct customer_id from s where started_at <= ${from} and (ended_at is null or ended_at > ${from}))
    select coalesce((select currency from s limit 1), 'EUR') as currency,
      coalesce((select sum(monthly_minor) from s where ended_at is null), 0)::bigint as monthly,
      (select count(distinct customer_id) from s where ended_at is null)::int as customers,
      (select count(*) from customer_values where churned_at > ${from})::int as churned,
      coalesce((select sum(monthly_minor) from s where started_at <= ${from} and (ended_at is null or ended_at > ${from})), 0)::bigint as start,
      coalesce((select sum(monthly_minor) from s where started_at <= ${from} and ended_at > ${from}), 0)::bigint as lost,
      coalesce((select sum(monthly_minor) from s where started_at > ${from} and ended_at is null and customer_id in (select customer_id from there)), 0)::bigint as grown`.execute(
    reader(ctx),
  );
  const row = rows[0]!;
  const kept = revenueRetention({ startMinor: row.start, churnedMinor: row.lost, contractedMinor: 0n, expandedMinor: row.grown });
  const percent = (share: number | undefined) => (share === undefined ? null : Math.round(share * 10_000) / 100);
  const models = await reader(ctx).selectFrom("value_models").select(["kind", "learnt_from"]).execute();
  const learnt = (kind: string) => models.find((model) => model.kind === kind)?.learnt_from ?? 0;
  return {
    currency: row.currency,
    monthlyMinor: row.monthly,
    customers: row.customers,
    churnedCustomers: row.churned,
    grrPercent: percent(kept?.gross),
    nrrPercent: percent(kept?.net),
    learntFrom: {
      renewals: learnt("renewals"),
      purchases: learnt("purchases"),
      spending: learnt("spending"),
      churn: learnt("churn"),
    },
  };
}
