import type { Context } from "#platform/context.ts";
import { conform } from "../engine/conformance/conform.ts";
import { mine } from "../engine/mine.ts";
import { hoursOf } from "../engine/statistics.ts";
import { findProcess } from "./all.ts";
import { type CaseTrace, variantOf } from "./case-filter.ts";
import { type CaseQuestion, loadCases } from "./load-cases.ts";

const maxEdges = 400;
const shownVariants = 60;
const shownLoops = 20;

/** A process as it really runs: its graph, the ways through, what is done again, and how it keeps to what is meant. */
export async function exploreProcess(ctx: Context, input: CaseQuestion & { process: string }) {
  const process = findProcess(input.process);
  const { cases, from, to, truncated } = await loadCases(ctx, process, input);
  const found = mine(cases, { topVariants: shownLoops });
  const { examples: _examples, unknown: _unknown, ...conformance } = conform(cases, process.model, { examples: 0 });
  const seen = casesBy(cases);
  return {
    process: process.key,
    name: process.name,
    from,
    to,
    truncated,
    cases: found.cases,
    events: found.events,
    medianCaseHours: found.medianCaseHours,
    p90CaseHours: found.throughput.p90CaseHours,
    activities: [...seen.activities].map(([activity, { cases: own, events }]) => ({
      activity,
      cases: own,
      events,
      starts: found.start[activity] ?? 0,
      ends: found.end[activity] ?? 0,
    })),
    edges: found.edges.slice(0, maxEdges).map((edge) => ({ ...edge, cases: seen.edges.get(`${edge.from}>${edge.to}`) ?? 0 })),
    variantCount: found.variants,
    variants: variants(cases).slice(0, shownVariants),
    rework: found.rework,
    loops: found.loops,
    conformance,
  };
}

/** In how many cases each activity and each step from one to the next is; `mine` counts how often. */
function casesBy(cases: readonly CaseTrace[]) {
  const activities = new Map<string, { cases: number; events: number }>();
  const edges = new Map<string, number>();
  for (const { activities: steps } of cases) {
    for (const step of steps) {
      const known = activities.get(step);
      if (known) known.events += 1;
      else activities.set(step, { cases: 0, events: 1 });
    }
    for (const step of new Set(steps)) activities.get(step)!.cases += 1;
    const own = new Set<string>();
    for (let index = 1; index < steps.length; index += 1) own.add(`${steps[index - 1]}>${steps[index]}`);
    for (const edge of own) edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  return { activities, edges };
}

function variants(cases: readonly CaseTrace[]) {
  const own = new Map<string, { activities: string[]; hours: number[] }>();
  for (const each of cases) {
    const id = variantOf(each);
    let known = own.get(id);
    if (!known) own.set(id, (known = { activities: each.activities, hours: [] }));
    known.hours.push(each.times.at(-1)! - each.times[0]!);
  }
  let before = 0;
  return [...own]
    .sort(([, a], [, b]) => b.hours.length - a.hours.length)
    .map(([id, { activities, hours }]) => {
      before += hours.length;
      return {
        id,
        activities,
        cases: hours.length,
        share: hours.length / cases.length,
        cumulative: before / cases.length,
        medianHours: hoursOf(hours).median,
      };
    });
}
