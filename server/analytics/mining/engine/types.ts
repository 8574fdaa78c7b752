/** One thing that happened in one case. `time` is milliseconds since 1970, NaN when the log does not say. */
export interface LogEvent {
  case: string;
  activity: string;
  time: number;
}

/** What happened in one case, in order. */
export interface Trace {
  case: string;
  activities: string[];
  times: number[];
}

/** How often one activity directly follows another, and the wait between them in hours (null when no event says its time). */
export interface Edge {
  from: string;
  to: string;
  count: number;
  medianHours: number | null;
  meanHours: number | null;
}

/** One way through the process; `coverage` is its share of the cases, `cumulative` that of it and all more frequent ones. */
export interface Variant {
  activities: string[];
  count: number;
  coverage: number;
  cumulative: number;
}

/** `cases` in which the activity happened more than once, and how many `repeats` beyond the first there were in all. */
export interface Rework {
  activity: string;
  cases: number;
  repeats: number;
}

export interface MinedProcess {
  cases: number;
  events: number;
  activities: number;
  variants: number;
  /** Activity -> how many cases begin (end) with it, most frequent first. */
  start: Record<string, number>;
  end: Record<string, number>;
  edges: Edge[];
  topVariants: Variant[];
  rework: Rework[];
  medianCaseHours: number | null;
  meanCaseHours: number | null;
}
