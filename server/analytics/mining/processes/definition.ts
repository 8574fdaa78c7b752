import type { EventType } from "#events/catalog.ts";
import type { IntendedBranch, IntendedJourney, IntendedStage } from "../engine/conformance/intended.ts";

/** By what cases may be told apart. */
export const traits = ["channel", "source", "campaign", "product", "segment"] as const;
export type Trait = (typeof traits)[number];

/** A process of the house: what a case of it is, which facts are its steps, and how it is meant to run. */
export interface ProcessDefinition {
  key: string;
  name: { en: string; fr: string };
  /** Facts that open a case, when nothing they name is on one yet. */
  begins: readonly EventType[];
  /** Fields of a fact that name what may be on a case already, the furthest upstream first. */
  refs: readonly string[];
  steps: readonly EventType[];
  by: readonly Trait[];
  model: IntendedJourney;
}

const hourMs = 3_600_000;

interface StageWords {
  activities?: readonly EventType[];
  branches?: readonly { name: string; activities: readonly EventType[] }[];
  rank: number;
  optional?: boolean;
  repeatable?: boolean;
  /** From the last event of the stage before. */
  withinHours?: number;
}

/** A stage of a model, said shortly. It is named after its first activity, so that a deviation reads as an event. */
export function stage(words: StageWords): IntendedStage {
  const branches = (words.branches ?? []).map(
    ({ name, activities }): IntendedBranch => ({ name, activities: [...activities], onlyAfter: [], notAfter: [] }),
  );
  const activities = [...(words.activities ?? []), ...branches.flatMap((each) => each.activities)];
  return {
    name: activities[0]!,
    rank: words.rank,
    activities,
    branches,
    optional: words.optional ?? false,
    repeatable: words.repeatable ?? false,
    maxWaitMs: words.withinHours === undefined ? undefined : words.withinHours * hourMs,
  };
}

/** Cases are under way until they end: what lies ahead of them is not missing. Steps no stage holds are seen, not judged. */
export const model = (stages: IntendedStage[]): IntendedJourney => ({ stages, cases: "under_way", others: "ignored" });
