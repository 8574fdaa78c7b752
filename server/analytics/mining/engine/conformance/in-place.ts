import type { IntendedStage } from "./intended.ts";

/** Consecutive events of one stage, none of its activities twice: one time the case was there. Indices of events, both included. */
export interface Visit {
  stage: IntendedStage;
  first: number;
  last: number;
}

/** The visits of a case, in order; events of no stage are passed over. */
export function visitsOf(activities: readonly string[], stageOf: ReadonlyMap<string, IntendedStage>): Visit[] {
  const visits: Visit[] = [];
  let current: Visit | undefined;
  let inside = new Set<string>();
  for (const [index, activity] of activities.entries()) {
    const stage = stageOf.get(activity);
    if (!stage) continue;
    if (current?.stage === stage && !inside.has(activity)) {
      current.last = index;
      inside.add(activity);
      continue;
    }
    current = { stage, first: index, last: index };
    inside = new Set([activity]);
    visits.push(current);
  }
  return visits;
}

/**
 * The visits that stand where the journey wants them: one for each of as many stages as can be in the order of their ranks, so that
 * the fewest stages are out of order; among equals, those that came too early are the ones left out. Of several such visits the first.
 * By dynamic programming over ranks and places in the case; exact. In the order in which they happened.
 */
export function inPlace(visits: readonly Visit[]): Visit[] {
  const byRank = new Map<number, Visit["stage"][]>();
  for (const { stage } of visits) {
    const same = byRank.get(stage.rank) ?? [];
    if (!same.includes(stage)) same.push(stage);
    byRank.set(stage.rank, same);
  }
  const ranks = [...byRank.keys()].sort((a, b) => a - b);
  const width = visits.length + 1;
  // best[place]: how many stages of the ranks so far can be in order among the visits before that place.
  let best = new Int32Array(width);
  const cuts: Int32Array[] = [];
  for (const rank of ranks) {
    const next = new Int32Array(width);
    const cut = new Int32Array(width);
    let recent: { stage: IntendedStage; at: number }[] = [];
    for (let place = 0; place < width; place += 1) {
      const before = visits[place - 1];
      if (before?.stage.rank === rank)
        recent = [{ stage: before.stage, at: place - 1 }, ...recent.filter(({ stage }) => stage !== before.stage)];
      next[place] = best[place]!;
      cut[place] = place;
      for (const [index, { at }] of recent.entries()) {
        if (best[at]! + index + 1 <= next[place]!) continue;
        next[place] = best[at]! + index + 1;
        cut[place] = at;
      }
    }
    cuts.push(cut);
    best = next;
  }
  const wanted: Set<IntendedStage>[] = [];
  let place = visits.length;
  for (let index = ranks.length - 1; index >= 0; index -= 1) {
    const from = cuts[index]![place]!;
    wanted.unshift(new Set(visits.slice(from, place).flatMap(({ stage }) => (stage.rank === ranks[index] ? [stage] : []))));
    place = from;
  }
  return earliest(visits, wanted);
}

/** The first visits that hold the wanted stages, rank after rank. */
function earliest(visits: readonly Visit[], wanted: readonly Set<IntendedStage>[]): Visit[] {
  const chosen: Visit[] = [];
  let at = 0;
  for (const stages of wanted) {
    for (const left = new Set(stages); left.size > 0; at += 1) if (left.delete(visits[at]!.stage)) chosen.push(visits[at]!);
  }
  return chosen;
}
