import { loopsOf } from "./loops.ts";
import { hoursOf } from "./statistics.ts";
import { throughputOf } from "./throughput.ts";
import type { Edge, MinedProcess, Rework, Trace, Variant } from "./types.ts";

const byCount = <T extends { count: number }>(a: T, b: T): number => b.count - a.count;

/**
 * The process as it really runs: which activity directly follows which, how often and after how long; where cases begin
 * and end; the variants and their share; what is done again, and how much goes through. Definitions: docs/engines/mining.md.
 */
export function mine(traces: readonly Trace[], options: { topVariants?: number } = {}): MinedProcess {
  const start = new Map<string, number>();
  const end = new Map<string, number>();
  const activities = new Set<string>();
  const waits = new Map<string, Map<string, { count: number; durations: number[] }>>();
  const variants = new Map<string, { activities: string[]; count: number }>();
  const rework = new Map<string, Rework>();
  const caseDurations: number[] = [];
  let events = 0;
  let cases = 0;
  for (const trace of traces) {
    const steps = trace.activities;
    if (steps.length === 0) continue;
    cases += 1;
    events += steps.length;
    add(start, steps[0]!);
    add(end, steps.at(-1)!);
    const seen = new Map<string, number>();
    for (const [index, step] of steps.entries()) {
      activities.add(step);
      add(seen, step);
      if (index > 0) follow(waits, steps[index - 1]!, step, trace.times[index]! - trace.times[index - 1]!);
    }
    for (const [activity, times] of seen) if (times > 1) repeat(rework, activity, times - 1);
    const duration = trace.times.at(-1)! - trace.times[0]!;
    if (!Number.isNaN(duration)) caseDurations.push(duration);
    const key = steps.join("\u0000");
    const variant = variants.get(key);
    if (variant) variant.count += 1;
    else variants.set(key, { activities: steps, count: 1 });
  }
  const { median, mean } = hoursOf(caseDurations);
  return {
    cases,
    events,
    activities: activities.size,
    variants: variants.size,
    start: tally(start),
    end: tally(end),
    edges: edgesOf(waits),
    topVariants: covered([...variants.values()].sort(byCount), cases).slice(0, options.topVariants ?? 20),
    rework: [...rework.values()].sort((a, b) => b.repeats - a.repeats),
    medianCaseHours: median,
    meanCaseHours: mean,
    throughput: throughputOf(traces),
    loops: loopsOf(traces).slice(0, options.topVariants ?? 20),
  };
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const tally = (counts: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));

type Waits = Map<string, Map<string, { count: number; durations: number[] }>>;
function follow(waits: Waits, from: string, to: string, duration: number): void {
  let targets = waits.get(from);
  if (!targets) waits.set(from, (targets = new Map()));
  let edge = targets.get(to);
  if (!edge) targets.set(to, (edge = { count: 0, durations: [] }));
  edge.count += 1;
  if (!Number.isNaN(duration)) edge.durations.push(duration);
}

function repeat(rework: Map<string, Rework>, activity: string, repeats: number): void {
  const known = rework.get(activity) ?? { activity, cases: 0, repeats: 0 };
  rework.set(activity, { activity, cases: known.cases + 1, repeats: known.repeats + repeats });
}

const edgesOf = (waits: Waits): Edge[] =>
  [...waits]
    .flatMap(([from, targets]) =>
      [...targets].map(([to, { count, durations }]) => {
        const { median, mean } = hoursOf(durations);
        return { from, to, count, medianHours: median, meanHours: mean };
      }),
    )
    .sort(byCount);

function covered(variants: { activities: string[]; count: number }[], cases: number): Variant[] {
  let before = 0;
  return variants.map((variant) => {
    before += variant.count;
    return { ...variant, coverage: variant.count / cases, cumulative: before / cases };
  });
}
