import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { scoreCustomer, type Signals } from "./score-customer.ts";

const healthStep = 10; // a move of fewer points is not worth telling
const riskLine = 50;

/** What the last half year of facts says about a customer. */
async function signalsOf(tx: Tx, ctx: Context, customerId: string): Promise<Signals> {
  const { rows } = await sql<{ type: string; count: number; last: Date; score: number | null }>`
    select type, count(*)::int as count, max(occurred_at) as last,
      (array_agg((data->>'score')::float8 order by occurred_at desc) filter (where type = 'survey.answered' and data->>'kind' = 'nps'))[1] as score
    from events where customer_id = ${customerId} and occurred_at > ${new Date(ctx.now.getTime() - 183 * 86_400_000)}
      and type in ('survey.answered', 'conversation.opened', 'conversation.resolved', 'complaint.opened', 'order.jeopardised', 'order.promise_moved', 'appointment.missed', 'invoice.overdue', 'invoice.disputed', 'usage.recorded')
    group by type`.execute(tx);
  const of = (type: string) => rows.find((row) => row.type === type);
  const count = (...types: string[]) => types.reduce((total, type) => total + (of(type)?.count ?? 0), 0);
  const first = await tx.selectFrom("customers").select("created_at").where("id", "=", customerId).executeTakeFirstOrThrow();
  const used = of("usage.recorded")?.last;
  return {
    nps: of("survey.answered")?.score ?? null,
    openConversations: Math.max(0, count("conversation.opened") - count("conversation.resolved")),
    complaints: count("complaint.opened"),
    brokenPromises: count("order.jeopardised", "order.promise_moved", "appointment.missed"),
    overdueInvoices: count("invoice.overdue"),
    disputes: count("invoice.disputed"),
    daysWithoutUse: used ? (ctx.now.getTime() - used.getTime()) / 86_400_000 : null,
    monthsAsCustomer: (ctx.now.getTime() - first.created_at.getTime()) / (30.44 * 86_400_000),
  };
}

/** Weighs one customer again, and says so when health really moved or the risk of leaving passed the line. */
export const computeValue = (ctx: Context, customerId: string) =>
  write(ctx, async (tx) => {
    const row = await tx
      .selectFrom("customer_values")
      .selectAll()
      .where("customer_id", "=", customerId)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.churned_at) return;
    const scored = scoreCustomer(await signalsOf(tx, ctx, customerId));
    const tell = row.stated_health === null || Math.abs(scored.health - row.stated_health) >= healthStep;
    const atRisk = scored.churnPercent >= riskLine;
    await tx
      .updateTable("customer_values")
      .set({
        health: scored.health,
        health_reasons: json(scored.healthReasons),
        churn_percent: scored.churnPercent,
        churn_reasons: json(scored.churnReasons),
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
          valueAtRiskMinor: row.monthly_minor * 12n,
          currency: row.currency,
        },
      });
  });
