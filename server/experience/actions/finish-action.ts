import { append } from "#events/append.ts";
import { measureEffect } from "#experience/kpis/measure-effect.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** The action is done, with what came of it in words; figures follow when there are enough. */
export const completeAction = (ctx: Context, input: { actionId: string; outcome: string }) =>
  write(ctx, async (tx) => {
    const plan = found(
      await tx.selectFrom("action_plans").selectAll().where("id", "=", input.actionId).forUpdate().executeTakeFirst(),
      "action",
      input.actionId,
    );
    if (plan.status === "done") return { id: plan.id };
    refuseUnless(plan.status === "open", "action.wrong_state", { status: plan.status });
    await tx
      .updateTable("action_plans")
      .set({ status: "done", outcome: input.outcome, completed_at: ctx.now })
      .where("id", "=", plan.id)
      .execute();
    await append(tx, ctx, "action.completed", {
      subjectId: plan.id,
      customerId: plan.customer_id,
      contactId: plan.contact_id,
      data: { name: plan.name },
    });
    return { id: plan.id };
  });

/** Measures whether an action helped: its figure before and after, with the interval and the numbers behind it. "No effect seen" is an answer. */
export async function measureAction(ctx: Context, input: { actionId: string }) {
  const plan = found(
    await ctx.app.db.selectFrom("action_plans").selectAll().where("id", "=", input.actionId).executeTakeFirst(),
    "action",
    input.actionId,
  );
  refuseUnless(plan.kpi, "action.no_figure");
  const { kpi } = plan;
  const effect = await measureEffect(ctx, { kpi, startedAt: plan.started_at, days: plan.measure_days, segment: plan.segment });
  const shown = (value: number | null) => (value === null ? null : String(Math.round(value * 1000) / 1000));
  await write(ctx, async (tx) => {
    await tx
      .updateTable("action_plans")
      .set({ effect: json(effect), measured_at: ctx.now })
      .where("id", "=", plan.id)
      .execute();
    await append(tx, ctx, "action.measured", {
      subjectId: plan.id,
      customerId: plan.customer_id,
      data: {
        name: plan.name,
        kpi,
        before: shown(effect.before),
        after: shown(effect.after),
        difference: shown(effect.difference),
        low: shown(effect.low),
        high: shown(effect.high),
        nBefore: effect.nBefore,
        nAfter: effect.nAfter,
        verdict: effect.verdict,
      },
    });
  });
  return { id: plan.id, verdict: effect.verdict };
}
