import type { LogEvent, Trace } from "./types.ts";

/**
 * The events by case, cases in the order they first appear, each case in the order of time; events of the same instant
 * (or without time) keep the order in which they came.
 */
export function tracesOf(events: Iterable<LogEvent>): Trace[] {
  const cases = new Map<string, LogEvent[]>();
  for (const event of events) {
    const known = cases.get(event.case);
    if (known) known.push(event);
    else cases.set(event.case, [event]);
  }
  return [...cases].map(([id, own]) => {
    if (own.every(({ time }) => !Number.isNaN(time))) own.sort((a, b) => a.time - b.time);
    const trace: Trace = { case: id, activities: own.map(({ activity }) => activity), times: own.map(({ time }) => time) };
    if (own.some(({ attributes }) => attributes)) trace.eventAttributes = own.map(({ attributes }) => attributes ?? {});
    return trace;
  });
}
