/** What an event or a case is said to be besides its activity and time. */
export type AttributeValue = string | number | boolean | Date;
export type Attributes = Record<string, AttributeValue>;

/** One thing that happened in one case. `time` is milliseconds since 1970, NaN when the log does not say. */
export interface LogEvent {
  case: string;
  activity: string;
  time: number;
  attributes?: Attributes;
}

/** What happened in one case, in order. Attributes are there only when the reader was asked to keep them: of the case, and one set an event. */
export interface Trace {
  case: string;
  activities: string[];
  times: number[];
  attributes?: Attributes;
  eventAttributes?: Attributes[];
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

/** A way back to where a case had been: `activities` begins and ends with the same one. `totalHours` is the time all its rounds took. */
export interface Loop {
  activities: string[];
  count: number;
  cases: number;
  medianHours: number | null;
  meanHours: number | null;
  totalHours: number;
}

/** How much goes through: from the first event to the last, and the cases that ended in between, a day. */
export interface Throughput {
  from: string | null;
  to: string | null;
  casesPerDay: number | null;
  eventsPerDay: number | null;
  p90CaseHours: number | null;
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
  throughput: Throughput;
  loops: Loop[];
}
