import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { customersAt, historiesOf } from "./engine/summarise-purchases.ts";
import { expectValue, type ValueFacts } from "./expected-value.ts";
import { readSignals } from "./read-signals.ts";
import { scoreCustomer } from "./score-customer.ts";
import type { KeptModels } from "./value-models.ts";

const healthStep = 10; // a move of fewer points is not worth telling
const riskLine = 50;
const dayMs = 86_400_000;

/** What a customer pays for and has bought, as the value models take it. */
async function factsOf(tx: Tx, ctx: Context, customerId: string, currency: string): Promise<ValueFacts> {
  const subscriptions = await tx
    .selectFrom("value_subscriptions")
    .select(["name", "monthly_minor", "started_at"])
    .where("customer_id", "=", customerId)
    .where("ended_at", "is", null)
    .where("currency", "=", currency)
    .orderBy("started_at")
    .execute();
  const { rows: bought } = await sql<{ day: number; amount: string }>`
    select (bought_on - date '1970-01-01')::int as day, amount_minor::text as amount from value_purchases
    where customer_id = ${customerId} and currency = ${currency}`.execute(tx);
  const histories = historiesOf(bought.map((row) => ({ id: customerId, day: row.day, amount: Number(row.amount) })));
  const today = Math.floor(ctx.now.getTime() / dayMs);
  const seen = histories.filter(({ days }) => days[0]! <= today);
  const { margin_percent } = await tx.selectFrom("value_settings").select("margin_percent").executeTakeFirstOrThrow();
  return {
    subscriptions: subscriptions.map((row) => ({
      name: row.name,
      monthlyMinor: row.monthly_minor,
      months: Math.max(0, Math.floor((ctx.now.getTime() - row.started_at.getTime()) / (30.44 * dayMs))),
    })),
    purchases: seen.length === 0 ? null : customersAt(seen, today, "week")[0]!,
    currency,
    marginPercent: margin_percent,
  };
}

/** Weighs one customer again, and says so when health really moved or the risk of leaving passed the line. */
export const computeValue = (ctx: Context, customerId: string, models: KeptModels) =>
  write(ctx, async (tx) => {
    const row = await tx
      .selectFrom("customer_values")
      .selectAll()
      .where("customer_id", "=", customerId)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.churned_at) return;
    const signals = await readSignals(tx, [{ customerId, until: ctx.now }]);
    const scored = scoreCustomer(signals.get(customerId)!, models.churn ?? undefined);
    const { expectedMinor, steps } = expectValue(await factsOf(tx, ctx, customerId, row.currency), models);
    const tell = row.stated_health === null || Math.abs(scored.health - row.stated_health) >= healthStep;
    const atRisk = scored.churnPercent >= riskLine;
    await tx
      .updateTable("customer_values")
      .set({
        health: scored.health,
        health_reasons: json(scored.healthReasons),
        churn_percent: scored.churnPercent,
        churn_reasons: json(scored.churnReasons),
        expected_minor: expectedMinor,
        expected_steps: json(steps),
        risk_stated: atRisk,
        stale: false,
        computed_at: ctx.now,
        ...(tell && { stated_health: scored.health }),
      })
      .where("customer_id", "=", customerId)
      .execute();
    const about = { subjectId: customerId, customerId };
    if (tell)
      await append(tx, ctx, "health.changed", {
        ...about,
        data: { from: row.stated_health, to: scored.health, reasons: scored.healthReasons.map((reason) => reason.fr) },
      });
    if (atRisk && !row.risk_stated)
      await append(tx, ctx, "churn.risked", {
        ...about,
        data: {
          percent: scored.churnPercent,
          reasons: scored.churnReasons.map((reason) => reason.fr),
          valueAtRiskMinor: expectedMinor,
          currency: row.currency,
        },
      });
  });
