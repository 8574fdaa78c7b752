import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { fitRenewals } from "./engine/fit-renewals.ts";
import { fitSpending } from "./engine/fit-spending.ts";
import { renewalsOfContracts } from "./engine/read-cohorts.ts";
import { repeatModels } from "./engine/repeat-models.ts";
import { customersAt, historiesOf } from "./engine/summarise-purchases.ts";
import { halfYearMs, readSignals } from "./read-signals.ts";
import { learnWeights } from "./score-customer.ts";

const fewestEnded = 5;
const fewestContracts = 20;
const fewestCustomers = 50;
const fewestRepeaters = 10;
const fewestLeavers = 10;
const mostCustomers = 20_000;
const dayMs = 86_400_000;

interface Learnt {
  kind: "renewals" | "purchases" | "spending" | "churn";
  parameters: unknown;
  from: number;
}

/** Learns anew from all customers who renews, who buys again, for how much, and what makes customers leave. What has too little to go by is forgotten. */
export async function learnValues(ctx: Context): Promise<void> {
  const learnt = [await learnRenewals(ctx), ...(await learnPurchases(ctx)), await learnChurn(ctx)].filter(
    (each) => each !== null,
  );
  await write(ctx, async (tx) => {
    await tx.deleteFrom("value_models").execute();
    for (const { kind, parameters, from } of learnt)
      await tx
        .insertInto("value_models")
        .values({ kind, parameters: json(parameters), learnt_from: from, learnt_at: ctx.now })
        .execute();
  });
}

/** Whole months each subscription ran, and whether it ended. */
async function learnRenewals(ctx: Context): Promise<Learnt | null> {
  const rows = await reader(ctx)
    .selectFrom("value_subscriptions")
    .select(["subscription_id", "started_at", "ended_at"])
    .limit(200_000)
    .execute();
  const contracts = rows.map((row) => ({
    id: row.subscription_id,
    t: Math.max(0, Math.floor(((row.ended_at ?? ctx.now).getTime() - row.started_at.getTime()) / (30.44 * dayMs))),
    left: row.ended_at !== null,
    fee: null,
  }));
  if (contracts.length < fewestContracts || contracts.filter((each) => each.left).length < fewestEnded) return null;
  const fit = fitRenewals(renewalsOfContracts(contracts));
  return { kind: "renewals", parameters: fit.parameters, from: contracts.length };
}

/** One-off orders of the currency most are in. */
async function learnPurchases(ctx: Context): Promise<(Learnt | null)[]> {
  const { rows } = await sql<{ customer_id: string; day: number; amount: string; currency: string }>`
    with main as (select currency from value_purchases group by currency order by count(*) desc limit 1)
    select customer_id, (bought_on - date '1970-01-01')::int as day, amount_minor::text as amount, currency
    from value_purchases where currency = (select currency from main) limit 1000000`.execute(reader(ctx));
  const histories = historiesOf(rows.map((row) => ({ id: row.customer_id, day: row.day, amount: Number(row.amount) })));
  if (histories.length < fewestCustomers) return [];
  const customers = customersAt(histories, Math.floor(ctx.now.getTime() / dayMs), "week");
  if (customers.filter((each) => each.x > 0).length < fewestRepeaters) return [];
  const spending = fitSpending(customers);
  return [
    { kind: "purchases", parameters: repeatModels.bgnbd(customers).fit.parameters, from: customers.length },
    spending && {
      kind: "spending",
      parameters: { ...spending.fit.parameters, currency: rows[0]!.currency },
      from: spending.repeaters,
    },
  ];
}

/** Those who left in the last half year as they were before, and those who are there as they are. */
async function learnChurn(ctx: Context): Promise<Learnt | null> {
  const db = reader(ctx);
  const since = new Date(ctx.now.getTime() - halfYearMs);
  const left = await db
    .selectFrom("customer_values")
    .select(["customer_id", "churned_at"])
    .where("churned_at", ">", since)
    .limit(mostCustomers)
    .execute();
  if (left.length < fewestLeavers) return null;
  const stayed = await db
    .selectFrom("customer_values")
    .select("customer_id")
    .where("churned_at", "is", null)
    .limit(mostCustomers)
    .execute();
  const cases = [
    ...left.map((row) => ({ customerId: row.customer_id, until: row.churned_at!, left: 1 })),
    ...stayed.map((row) => ({ customerId: row.customer_id, until: ctx.now, left: 0 })),
  ];
  const signals = await write(ctx, (tx) => readSignals(tx, cases));
  const known = cases.filter((each) => signals.has(each.customerId));
  const weights = learnWeights(
    known.map((each) => signals.get(each.customerId)!),
    known.map((each) => each.left),
  );
  return { kind: "churn", parameters: weights, from: known.length };
}
