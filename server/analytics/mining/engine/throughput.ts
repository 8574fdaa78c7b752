import type { Throughput, Trace } from "./types.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** How much goes through. Rates are per day between the first and the last event; null without times or without any time between. */
export function throughputOf(traces: readonly Trace[]): Throughput {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let events = 0;
  let cases = 0;
  const durations: number[] = [];
  for (const { times } of traces) {
    events += times.length;
    if (times.length > 0) cases += 1;
    for (const time of times) {
      if (time < from) from = time;
      if (time > to) to = time;
    }
    const duration = times.at(-1)! - times[0]!;
    if (!Number.isNaN(duration)) durations.push(duration);
  }
  const days = (to - from) / dayMs;
  const rate = (count: number): number | null => (days > 0 && Number.isFinite(days) ? rounded(count / days) : null);
  return {
    from: Number.isFinite(from) ? new Date(from).toISOString() : null,
    to: Number.isFinite(to) ? new Date(to).toISOString() : null,
    casesPerDay: rate(cases),
    eventsPerDay: rate(events),
    p90CaseHours: percentile(durations, 0.9),
  };
}

/** Linear between the two nearest, as spreadsheets do (type 7 of Hyndman and Fan, 1996). */
function percentile(durations: readonly number[], share: number): number | null {
  if (durations.length === 0) return null;
  const sorted = Float64Array.from(durations).sort();
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return rounded((below + (above - below) * (place % 1)) / hourMs);
}
