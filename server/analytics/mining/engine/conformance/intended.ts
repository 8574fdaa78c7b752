/** One of several exclusive ways through a stage. It is only right after one of `onlyAfter` and before none of `notAfter` has happened. */
export interface IntendedBranch {
  name: string;
  activities: string[];
  onlyAfter: string[];
  notAfter: string[];
}

/**
 * A stage is visited by any of its activities. Stages of the same `rank` may come in any order among themselves. `maxWaitMs`: from
 * the last event of the stage in place before it to its own first.
 */
export interface IntendedStage {
  name: string;
  rank: number;
  activities: string[];
  branches: IntendedBranch[];
  optional: boolean;
  repeatable: boolean;
  maxWaitMs: number | undefined;
}

/**
 * How cases are meant to go. `cases`: under_way ones do not miss what lies after where they have come to. `others`: an activity of
 * no stage is a wrong branch, or passed over.
 */
export interface IntendedJourney {
  stages: IntendedStage[];
  cases: "ended" | "under_way";
  others: "wrong_branch" | "ignored";
}
