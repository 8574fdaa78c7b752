import { type Context, reader } from "#platform/context.ts";
import { kpiNamed } from "./definitions.ts";
import { differenceInDifferences, differenceOf } from "./engine/difference.ts";
import { comparable, judge } from "./engine/judge.ts";
import { type KpiSample, readSamples } from "./read-samples.ts";

export interface Effect {
  kpi: string;
  before: number | null;
  after: number | null;
  nBefore: number;
  nAfter: number;
  /** On what was compared: the figure itself, or for percentiles the share that keeps the target. */
  difference: number | null;
  low: number | null;
  high: number | null;
  pValue: number | null;
  method: "before_after" | "difference_in_differences";
  verdict: "better" | "worse" | "none" | "too_few";
}

const dayMs = 86_400_000;
const fewest = 5;

/**
 * What changed in a figure since an action: the same number of days before and after its start. With a segment, against
 * everyone else (difference in differences). "none" means that no effect is seen, not that there is none.
 */
export async function measureEffect(
  ctx: Context,
  input: { kpi: string; startedAt: Date; days: number; segment?: string | null | undefined },
): Promise<Effect> {
  const definition = kpiNamed(input.kpi);
  const target = await reader(ctx)
    .selectFrom("kpi_targets")
    .select(["target", "min_n"])
    .where("key", "=", input.kpi)
    .executeTakeFirst();
  const goal = {
    statistic: definition.statistic,
    better: definition.better,
    target: target?.target ?? definition.target,
    minN: fewest,
  };
  const at = (days: number) => new Date(input.startedAt.getTime() + days * dayMs);
  const before = await readSamples(ctx, definition, at(-input.days), input.startedAt);
  const after = await readSamples(ctx, definition, input.startedAt, at(input.days));
  const isTreated = input.segment ? await membership(ctx, input.segment, [...before, ...after]) : () => true;
  const numbers = (samples: KpiSample[], treated: boolean) =>
    samples.filter((sample) => isTreated(sample) === treated).map((sample) => comparable(sample, goal));
  const [b, a] = [numbers(before, true), numbers(after, true)];
  const found = input.segment
    ? differenceInDifferences({
        treatedBefore: b,
        treatedAfter: a,
        othersBefore: numbers(before, false),
        othersAfter: numbers(after, false),
      })
    : differenceOf(b, a);
  const isBetter = definition.better === "higher" || goal.statistic === "p50" || goal.statistic === "p90" ? 1 : -1;
  const verdict =
    !found || b.length < fewest || a.length < fewest
      ? "too_few"
      : found.low * isBetter > 0 && found.high * isBetter > 0
        ? "better"
        : found.low * isBetter < 0 && found.high * isBetter < 0
          ? "worse"
          : "none";
  return {
    kpi: input.kpi,
    before: judge(before.filter(isTreated), goal).value,
    after: judge(after.filter(isTreated), goal).value,
    nBefore: b.length,
    nAfter: a.length,
    difference: found?.difference ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    pValue: found?.pValue ?? null,
    method: input.segment ? "difference_in_differences" : "before_after",
    verdict,
  };
}

async function membership(ctx: Context, segment: string, samples: KpiSample[]): Promise<(sample: KpiSample) => boolean> {
  const ids = [...new Set(samples.flatMap((sample) => sample.customerId ?? []))];
  if (ids.length === 0) return () => false;
  const rows = await reader(ctx)
    .selectFrom("customers")
    .select("id")
    .where("id", "in", ids)
    .where("segment", "=", segment)
    .execute();
  const members = new Set(rows.map((row) => row.id));
  return (sample) => members.has(sample.customerId ?? "");
}
