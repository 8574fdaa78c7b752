import { sql } from "kysely";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { KpiDefinition } from "./definition.ts";
import { kpiDefinitions } from "./definitions.ts";
import { judge } from "./engine/judge.ts";
import { readSamples } from "./read-samples.ts";

const dayMs = 86_400_000;

/** Targets for every definition: those nobody has set yet get the default. */
export const ensureTargets = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    const owner = await tx
      .selectFrom("staff")
      .select("id")
      .where("active", "=", true)
      .where(sql<boolean>`'cx_lead' = any(roles)`)
      .orderBy("id")
      .executeTakeFirst();
    for (const each of kpiDefinitions) {
      const described = { stage: each.stage, name: json(each.name), unit: each.unit, better: each.better, types: each.types };
      await tx
        .insertInto("kpi_targets")
        .values({
          id: newId(),
          key: each.key,
          ...described,
          target: each.target,
          window_days: each.windowDays,
          min_n: each.minN,
          owner_id: owner?.id ?? null,
        })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(described))
        .execute();
    }
  });

/** Computes every active figure over its window and states a miss or a recovery, once per change. */
export async function evaluateKpis(ctx: Context): Promise<void> {
  await ensureTargets(ctx);
  for (const definition of kpiDefinitions) await write(ctx, (tx) => evaluate(tx, { ...ctx, tx }, definition));
}

async function evaluate(tx: Tx, ctx: Context, definition: KpiDefinition): Promise<void> {
  const kpi = await tx
    .selectFrom("kpi_targets")
    .selectAll()
    .where("key", "=", definition.key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!kpi.active) return;
  const samples = await readSamples(
    ctx,
    definition,
    new Date(ctx.now.getTime() - kpi.window_days * dayMs),
    new Date(ctx.now.getTime() + 1),
  );
  const found = judge(samples, {
    statistic: definition.statistic,
    better: definition.better,
    target: kpi.target,
    minN: kpi.min_n,
  });
  const state =
    found.verdict === "unsure" ? kpi.state : found.verdict === "unknown" && kpi.state !== "unknown" ? kpi.state : found.verdict;
  const reading = { value: found.value, n: found.n, low: found.low, high: found.high };
  await tx
    .updateTable("kpi_targets")
    .set({
      ...reading,
      p_value: found.pValue,
      evaluated_at: ctx.now,
      state,
      ...(state !== kpi.state && { state_since: ctx.now }),
    })
    .where("key", "=", kpi.key)
    .execute();
  await tx
    .insertInto("kpi_readings")
    .values({ key: kpi.key, day: ctx.now.toISOString().slice(0, 10), ...reading, target: kpi.target })
    .onConflict((conflict) => conflict.columns(["key", "day"]).doUpdateSet({ ...reading, target: kpi.target }))
    .execute();
  if (state === kpi.state) return;
  const said = {
    kpi: kpi.key,
    name: definition.name.fr,
    stage: definition.stage,
    value: inWords(definition, found.value ?? 0),
    target: inWords(definition, kpi.target),
    n: found.n,
  };
  if (state === "missed") await append(tx, ctx, "kpi.missed", { subjectId: kpi.id, data: { ...said, pValue: found.pValue } });
  else if (kpi.state === "missed" && state === "met") await append(tx, ctx, "kpi.recovered", { subjectId: kpi.id, data: said });
}

/** A value as the fact keeps it: digits and a unit that both languages read. */
export function inWords(definition: Pick<KpiDefinition, "unit">, value: number): string {
  if (definition.unit === "share") return `${Math.round(value * 1000) / 10} %`;
  const rounded = String(Math.round(value * 10) / 10);
  return definition.unit === "minutes" ? `${rounded} min` : definition.unit === "days" ? `${rounded} d` : rounded;
}
