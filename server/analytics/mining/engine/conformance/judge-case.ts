import type { Trace } from "../types.ts";
import { inPlace, type Visit, visitsOf } from "./in-place.ts";
import type { IntendedJourney, IntendedStage } from "./intended.ts";

export const deviationClasses = ["missing", "too_often", "out_of_order", "wrong_branch"] as const;
export type DeviationClass = (typeof deviationClasses)[number];

/** One way in which a case went otherwise. `stage`: of the journey, or the activity itself where no stage has it. `event`: its number in the case, from 1; null for what is missing. `beside`: the other stage, branch or activity it is about, if any. */
export interface Deviation {
  class: DeviationClass;
  stage: string;
  event: number | null;
  beside: string | null;
  why: string;
}

/** The wait of one stage, in milliseconds, and whether it was longer than meant. */
export interface StageWait {
  stage: string;
  waitMs: number;
  maxWaitMs: number;
}

export interface JudgedCase {
  deviations: Deviation[];
  /** Of stages with a maximum wait, where both times are known. */
  waits: StageWait[];
}

/** How a case differs from the intended journey, and why. `stageOf`: the stage of each activity (see `stagesByActivity`). */
export function judgeCase(trace: Trace, journey: IntendedJourney, stageOf: ReadonlyMap<string, IntendedStage>): JudgedCase {
  const visits = visitsOf(trace.activities, stageOf);
  const placed = inPlace(visits);
  const inOrder = new Set(placed.map(({ stage }) => stage));
  const of = Map.groupBy(visits, ({ stage }) => stage);
  const furthest = visits.reduce((rank, { stage }) => Math.max(rank, stage.rank), -1);
  const deviations: Deviation[] = [];
  for (const stage of journey.stages) {
    const own = of.get(stage) ?? [];
    if (own.length === 0) {
      const due = journey.cases === "ended" || stage.rank < furthest;
      if (!stage.optional && due)
        deviations.push({
          class: "missing",
          stage: stage.name,
          event: null,
          beside: null,
          why: `"${stage.name}" never happened`,
        });
      continue;
    }
    if (!stage.repeatable)
      for (const again of own.slice(1)) deviations.push(deviation("too_often", again, null, `"${stage.name}" happened again`));
    const misplaced = inOrder.has(stage) ? (stage.repeatable ? tooEarly(own, placed) : undefined) : own[0];
    if (misplaced) deviations.push(misplacedVisit(misplaced, placed));
    deviations.push(...wrongBranches(trace, stage));
  }
  if (journey.others === "wrong_branch")
    for (const [index, activity] of trace.activities.entries())
      if (!stageOf.has(activity))
        deviations.push({
          class: "wrong_branch",
          stage: activity,
          event: index + 1,
          beside: null,
          why: `"${activity}" is in no stage of the journey`,
        });
  return { deviations, waits: waitsOf(trace, placed) };
}

export const stagesByActivity = (journey: IntendedJourney): Map<string, IntendedStage> =>
  new Map(journey.stages.flatMap((stage) => stage.activities.map((activity) => [activity, stage] as const)));

const deviation = (kind: DeviationClass, visit: Visit, beside: string | null, why: string): Deviation => ({
  class: kind,
  stage: visit.stage.name,
  event: visit.first + 1,
  beside,
  why,
});

/** A stage that may come again may do so later, not before the stages that lead to it. */
const tooEarly = (own: readonly Visit[], placed: readonly Visit[]): Visit | undefined =>
  own.find((visit) => placed.some((other) => other.stage.rank < visit.stage.rank && other.first > visit.first));

function misplacedVisit(visit: Visit, placed: readonly Visit[]): Deviation {
  const { stage, first } = visit;
  const late = placed.find((other) => other.stage.rank < stage.rank && other.first > first);
  const early = placed.findLast((other) => other.stage.rank > stage.rank && other.first < first);
  const other = late ?? early;
  const why = other
    ? `"${stage.name}" came ${late ? "before" : "after"} "${other.stage.name}"`
    : `"${stage.name}" is out of its place`;
  return deviation("out_of_order", visit, other?.stage.name ?? null, why);
}

/** Entering a second branch of a stage, or one whose condition does not hold. Each branch is told once a case. */
function wrongBranches(trace: Trace, stage: IntendedStage): Deviation[] {
  if (stage.branches.length === 0) return [];
  const found: Deviation[] = [];
  const entered = new Set<string>();
  const happened = new Set<string>();
  for (const [index, activity] of trace.activities.entries()) {
    const branch = stage.branches.find((each) => each.activities.includes(activity));
    if (branch && !entered.has(branch.name)) {
      const event = index + 1;
      const tell = (beside: string, why: string) => found.push({ class: "wrong_branch", stage: stage.name, event, beside, why });
      const other = [...entered][0];
      const barred = branch.notAfter.find((each) => happened.has(each));
      if (other !== undefined) tell(other, `"${branch.name}" after "${other}", of which only one may be`);
      else if (barred !== undefined) tell(barred, `"${branch.name}" although "${barred}" had happened`);
      else if (branch.onlyAfter.length > 0 && !branch.onlyAfter.some((each) => happened.has(each)))
        tell(
          branch.onlyAfter[0]!,
          `"${branch.name}" without ${branch.onlyAfter.map((each) => `"${each}"`).join(" or ")} before it`,
        );
      entered.add(branch.name);
    }
    happened.add(activity);
  }
  return found;
}

function waitsOf(trace: Trace, placed: readonly Visit[]): StageWait[] {
  return placed.flatMap(({ stage, first }, index) => {
    const before = placed[index - 1];
    if (!before || stage.maxWaitMs === undefined) return [];
    const waitMs = trace.times[first]! - trace.times[before.last]!;
    return Number.isNaN(waitMs) ? [] : [{ stage: stage.name, waitMs, maxWaitMs: stage.maxWaitMs }];
  });
}
