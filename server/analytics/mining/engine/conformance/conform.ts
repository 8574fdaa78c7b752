import { hoursOf } from "../statistics.ts";
import type { Trace } from "../types.ts";
import type { IntendedJourney } from "./intended.ts";
import {
  type Deviation,
  type DeviationClass,
  deviationClasses,
  judgeCase,
  type StageWait,
  stagesByActivity,
} from "./judge-case.ts";

/**
 * Cases that differ in one way. `share` of all cases. `medianHours`, `meanHours`: how long these cases took; `extraMedianHours`,
 * `extraMeanHours`: how much longer than the cases without any deviation (null when there is none to compare with): what goes along
 * with the deviation, which is not proof that it is the cause.
 */
export interface ClassFinding {
  cases: number;
  share: number;
  deviations: number;
  medianHours: number | null;
  meanHours: number | null;
  extraMedianHours: number | null;
  extraMeanHours: number | null;
  /** Where, the most cases first. */
  stages: { stage: string; cases: number; deviations: number }[];
}

/** A stage with a maximum wait: how often it was kept, and by how much it was passed where it was not. */
export interface WaitFinding {
  stage: string;
  maxWaitHours: number;
  waited: number;
  tooLong: number;
  share: number | null;
  medianHours: number | null;
  meanHours: number | null;
  meanExcessHours: number | null;
}

export interface Conformance {
  cases: number;
  /** Without any deviation of the four classes, and their share; `inTime`: those of them that kept every maximum wait as well. */
  conforming: number;
  share: number | null;
  inTime: number;
  medianHours: number | null;
  meanHours: number | null;
  classes: Record<DeviationClass, ClassFinding>;
  waits: WaitFinding[];
  /** Activities of the journey that the log does not have: slips of the pen, perhaps. */
  unknown: string[];
  /** Cases that differ, those with the most deviations first, and why. */
  examples: { case: string; hours: number | null; deviations: Deviation[]; tooLong: string[] }[];
}

interface Taken {
  hours: number[];
  cases: number;
  deviations: number;
  stages: Map<string, { cases: number; deviations: number }>;
}

/** How real cases keep to the journey that was intended: share and time of each of the four ways of leaving it, and waits longer than meant. */
export function conform(traces: readonly Trace[], journey: IntendedJourney, options: { examples?: number } = {}): Conformance {
  const stageOf = stagesByActivity(journey);
  const classes = new Map<DeviationClass, Taken>(
    deviationClasses.map((kind) => [kind, { hours: [], cases: 0, deviations: 0, stages: new Map() }]),
  );
  const waits = new Map<string, StageWait[]>(journey.stages.map(({ name }) => [name, []]));
  const conforming: number[] = [];
  const seen = new Set<string>();
  const differing: Conformance["examples"] = [];
  let [cases, good, inTime] = [0, 0, 0];
  for (const trace of traces) {
    if (trace.activities.length === 0) continue;
    cases += 1;
    for (const activity of trace.activities) seen.add(activity);
    const duration = trace.times.at(-1)! - trace.times[0]!;
    const judged = judgeCase(trace, journey, stageOf);
    for (const wait of judged.waits) waits.get(wait.stage)!.push(wait);
    const tooLong = judged.waits.filter(({ waitMs, maxWaitMs }) => waitMs > maxWaitMs).map(({ stage }) => stage);
    if (judged.deviations.length === 0) {
      good += 1;
      if (tooLong.length === 0) inTime += 1;
      if (!Number.isNaN(duration)) conforming.push(duration);
    }
    for (const [kind, found] of Map.groupBy(judged.deviations, (each) => each.class)) note(classes.get(kind)!, found, duration);
    if (judged.deviations.length > 0 || tooLong.length > 0)
      differing.push({
        case: trace.case,
        hours: hoursOf([duration].filter((each) => !Number.isNaN(each))).mean,
        deviations: judged.deviations,
        tooLong,
      });
  }
  const usual = hoursOf(conforming);
  return {
    cases,
    conforming: good,
    share: cases === 0 ? null : good / cases,
    inTime,
    medianHours: usual.median,
    meanHours: usual.mean,
    classes: Object.fromEntries(
      [...classes].map(([kind, taken]) => [kind, findingOf(taken, cases, usual)]),
    ) as Conformance["classes"],
    waits: journey.stages.flatMap(({ name, maxWaitMs }) =>
      maxWaitMs === undefined ? [] : waitFinding(name, maxWaitMs, waits.get(name)!),
    ),
    unknown: [...stageOf.keys()].filter((activity) => !seen.has(activity)),
    examples: differing.sort((a, b) => b.deviations.length - a.deviations.length).slice(0, options.examples ?? 20),
  };
}

function note(taken: Taken, found: readonly Deviation[], duration: number): void {
  taken.cases += 1;
  taken.deviations += found.length;
  if (!Number.isNaN(duration)) taken.hours.push(duration);
  for (const [stage, own] of Map.groupBy(found, (each) => each.stage)) {
    const known = taken.stages.get(stage) ?? { cases: 0, deviations: 0 };
    taken.stages.set(stage, { cases: known.cases + 1, deviations: known.deviations + own.length });
  }
}

type Hours = { median: number | null; mean: number | null };
const less = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.round((a - b) * 1e6) / 1e6;

function findingOf(taken: Taken, cases: number, usual: Hours): ClassFinding {
  const own = hoursOf(taken.hours);
  return {
    cases: taken.cases,
    share: cases === 0 ? 0 : taken.cases / cases,
    deviations: taken.deviations,
    medianHours: own.median,
    meanHours: own.mean,
    extraMedianHours: less(own.median, usual.median),
    extraMeanHours: less(own.mean, usual.mean),
    stages: [...taken.stages].map(([stage, counts]) => ({ stage, ...counts })).sort((a, b) => b.cases - a.cases),
  };
}

function waitFinding(stage: string, maxWaitMs: number, waits: readonly StageWait[]): WaitFinding {
  const all = hoursOf(waits.map(({ waitMs }) => waitMs));
  const excess = waits.filter(({ waitMs }) => waitMs > maxWaitMs).map(({ waitMs }) => waitMs - maxWaitMs);
  return {
    stage,
    maxWaitHours: maxWaitMs / 3_600_000,
    waited: waits.length,
    tooLong: excess.length,
    share: waits.length === 0 ? null : excess.length / waits.length,
    medianHours: all.median,
    meanHours: all.mean,
    meanExcessHours: hoursOf(excess).mean,
  };
}
