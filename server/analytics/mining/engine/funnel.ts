import { hoursOf } from "./statistics.ts";
import type { Trace } from "./types.ts";

/**
 * ordered: the steps one after another, other events may lie between. strict: nothing may lie between. any: the steps in whatever
 * order. `windowMs`: from the first step to the last. An event of `exclude` ends the attempts under way; a case may begin anew.
 */
export interface FunnelQuestion {
  /** A step is reached by any of its activities. */
  steps: readonly (readonly string[])[];
  mode: "ordered" | "strict" | "any";
  windowMs?: number | undefined;
  exclude?: readonly string[] | undefined;
}

/** `share` of the cases that reached the first step, `ofPrevious` of those that reached the step before; waits from the step before. */
export interface FunnelStep {
  activities: string[];
  cases: number;
  share: number | null;
  ofPrevious: number | null;
  medianHours: number | null;
  meanHours: number | null;
}

export interface FunnelResult {
  mode: FunnelQuestion["mode"];
  windowHours: number | null;
  exclude: string[];
  /** Cases looked at, and the share of them that went through all steps. */
  cases: number;
  conversion: number | null;
  /** Activities of the question that the log does not have: slips of the pen, perhaps. */
  unknown: string[];
  steps: FunnelStep[];
}

/**
 * How many cases got how far. A case counts with its attempt that got furthest; of equals, the one that got there first. In mode
 * any, step k means k different steps done. An event serves one step only; events without time know no window.
 */
export function funnel(traces: readonly Trace[], question: FunnelQuestion): FunnelResult {
  const reached = question.steps.map(() => 0);
  const waits: number[][] = question.steps.map(() => []);
  const seen = new Set<string>();
  let cases = 0;
  for (const trace of traces) {
    for (const activity of trace.activities) seen.add(activity);
    if (trace.activities.length === 0) continue;
    cases += 1;
    const times = furthest(trace, question);
    for (const [step, time] of times.entries()) {
      reached[step]! += 1;
      const wait = step === 0 ? Number.NaN : time - times[step - 1]!;
      if (!Number.isNaN(wait)) waits[step]!.push(wait);
    }
  }
  const steps = question.steps.map((activities, step) => {
    const { median, mean } = hoursOf(waits[step]!);
    return {
      activities: [...activities],
      cases: reached[step]!,
      share: shareOf(reached[step]!, reached[0]!),
      ofPrevious: step === 0 ? null : shareOf(reached[step]!, reached[step - 1]!),
      medianHours: median,
      meanHours: mean,
    };
  });
  return {
    mode: question.mode,
    windowHours: question.windowMs === undefined ? null : question.windowMs / 3_600_000,
    exclude: [...(question.exclude ?? [])],
    cases,
    conversion: shareOf(reached.at(-1) ?? 0, cases),
    unknown: [...new Set([...question.steps.flat(), ...(question.exclude ?? [])])].filter((activity) => !seen.has(activity)),
    steps,
  };
}

/** When the best attempt of one case reached each step: as many times as it reached steps. */
export function furthest(trace: Trace, question: FunnelQuestion): number[] {
  const excluded = new Set(question.exclude ?? []);
  const attempts =
    question.mode === "any" ? anyOrder(question) : question.mode === "strict" ? strict(question) : ordered(question);
  let best: number[] = [];
  for (const [index, activity] of trace.activities.entries()) {
    const here = excluded.has(activity) ? attempts.stop() : attempts.take(activity, trace.times[index]!);
    if (here.length > best.length) best = [...here];
    if (best.length === question.steps.length) break;
  }
  return best;
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

interface Attempts {
  /** The longest attempt that ends with this event. */
  take(activity: string, time: number): readonly number[];
  stop(): readonly number[];
}

const within = (question: FunnelQuestion, begun: number, time: number): boolean =>
  question.windowMs === undefined || !(time - begun > question.windowMs);

/** Per step the attempt that began last: whatever follows, no other stays in its window longer. */
function ordered(question: FunnelQuestion): Attempts {
  let open: (number[] | undefined)[] = question.steps.map(() => undefined);
  return {
    take(activity, time) {
      let longest: number[] = [];
      // From the last step down, so that one event does not serve two steps.
      for (let step = question.steps.length - 1; step >= 0; step -= 1) {
        if (!question.steps[step]!.includes(activity)) continue;
        const before = step === 0 ? [] : open[step - 1];
        if (!before || (step > 0 && !within(question, before[0]!, time))) continue;
        const known = open[step];
        const extended = [...before, time];
        if (!known || known[0]! < extended[0]!) open[step] = extended;
        if (extended.length > longest.length) longest = extended;
      }
      return longest;
    },
    stop() {
      open = question.steps.map(() => undefined);
      return [];
    },
  };
}

/** Attempts whose last step is the event just before. */
function strict(question: FunnelQuestion): Attempts {
  let open: number[][] = [];
  return {
    take(activity, time) {
      const next = open
        .filter((each) => question.steps[each.length]?.includes(activity) && within(question, each[0]!, time))
        .map((each) => [...each, time]);
      if (question.steps[0]!.includes(activity)) next.push([time]);
      open = next;
      return open.reduce<readonly number[]>((longest, each) => (each.length > longest.length ? each : longest), []);
    },
    stop() {
      open = [];
      return [];
    },
  };
}

/** For each step when it was last done: those inside the window that ends here were done together. */
function anyOrder(question: FunnelQuestion): Attempts {
  let last = new Map<number, number>();
  return {
    take(activity, time) {
      const step = freeStep(question, activity, last);
      if (step === undefined) return [];
      last.set(step, time);
      return [...last.values()].filter((each) => within(question, each, time)).sort((a, b) => a - b);
    },
    stop() {
      last = new Map();
      return [];
    },
  };
}

/** Of the steps an activity may serve, one not done yet, else the one done longest ago. */
function freeStep(question: FunnelQuestion, activity: string, last: ReadonlyMap<number, number>): number | undefined {
  let chosen: number | undefined;
  for (const [step, activities] of question.steps.entries()) {
    if (!activities.includes(activity)) continue;
    const done = last.get(step) ?? Number.NEGATIVE_INFINITY;
    if (chosen === undefined || done < (last.get(chosen) ?? Number.NEGATIVE_INFINITY)) chosen = step;
  }
  return chosen;
}
