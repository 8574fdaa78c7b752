import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { kpiDefinitions, kpiNamed } from "./definitions.ts";
import { judge } from "./engine/judge.ts";
import { evaluateKpis } from "./evaluate-kpis.ts";
import { readSamples } from "./read-samples.ts";

const dayMs = 86_400_000;
type State = "unknown" | "met" | "missed";

function toKpi(row: Selectable<DB["journey_kpis"]>) {
  const definition = kpiNamed(row.key!);
  return {
    key: definition.key,
    stage: definition.stage as string,
    name: definition.name,
    says: definition.says,
    unit: definition.unit,
    statistic: definition.statistic,
    better: definition.better,
    target: row.target!,
    windowDays: row.window_days!,
    minN: row.min_n!,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    active: row.active!,
    state: row.state as State,
    stateSince: row.state_since,
    value: row.value,
    n: row.n!,
    low: row.low,
    high: row.high,
    pValue: row.p_value,
    evaluatedAt: row.evaluated_at,
    types: definition.types as string[],
  };
}

export async function listKpis(ctx: Context, input: { stage?: string | undefined; state?: State | undefined }) {
  const rows = await reader(ctx).selectFrom("journey_kpis").selectAll().execute();
  const known = new Map(rows.map((row) => [row.key!, row]));
  return {
    rows: kpiDefinitions
      .flatMap(({ key }) => (known.has(key) ? toKpi(known.get(key)!) : []))
      .filter((row) => (!input.stage || row.stage === input.stage) && (!input.state || row.state === input.state)),
  };
}

/** One figure week by week (each week judged alone), and the newest 200 events it is counted from. */
export async function showKpi(ctx: Context, input: { key: string; weeks: number }) {
  const definition = kpiNamed(input.key);
  const row = toKpi(
    found(
      await reader(ctx).selectFrom("journey_kpis").selectAll().where("key", "=", input.key).executeTakeFirst(),
      "kpi",
      input.key,
    ),
  );
  const end = new Date(ctx.now.getTime() + 1);
  const goal = { statistic: definition.statistic, better: definition.better, target: row.target, minN: row.minN };
  const samples =
    definition.statistic === "ratio"
      ? []
      : await readSamples(ctx, definition, new Date(end.getTime() - input.weeks * 7 * dayMs), end);
  const trend = [];
  for (let week = input.weeks; week > 0; week -= 1) {
    const from = end.getTime() - week * 7 * dayMs;
    const within = samples.filter((sample) => sample.at.getTime() >= from && sample.at.getTime() < from + 7 * dayMs);
    const { value, n, low, high } = judge(within, goal);
    trend.push({ week: new Date(from).toISOString().slice(0, 10), value, n, low, high });
  }
  const current = await readSamples(ctx, definition, new Date(end.getTime() - row.windowDays * dayMs), end);
  const eventIds = [...new Set(current.flatMap((sample) => sample.eventId ?? []))].slice(-200);
  return { ...row, trend, eventIds };
}

interface Change {
  key: string;
  target?: number | undefined;
  windowDays?: number | undefined;
  minN?: number | undefined;
  ownerId?: string | null | undefined;
  active?: boolean | undefined;
}

export const changeKpi = (ctx: Context, input: Change) =>
  write(ctx, async (tx) => {
    const row = await tx
      .updateTable("kpi_targets")
      .set({
        key: input.key,
        ...(input.target !== undefined && { target: input.target }),
        ...(input.windowDays !== undefined && { window_days: input.windowDays }),
        ...(input.minN !== undefined && { min_n: input.minN }),
        ...(input.ownerId !== undefined && { owner_id: input.ownerId }),
        ...(input.active !== undefined && { active: input.active }),
      })
      .where("key", "=", input.key)
      .returning("key")
      .executeTakeFirst();
    return found(row, "kpi", input.key);
  });

export async function evaluateNow(ctx: Context) {
  await evaluateKpis(ctx);
  return { evaluatedAt: ctx.now };
}
