import type { BusinessCalendar } from "#platform/calendar/business-calendar.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import { percentile, percentileInterval } from "./mean.ts";

/** From one fact to another; `end` null while it is still to come. */
export interface Span {
  readonly start: Date;
  readonly end: Date | null;
}

export interface SpanPercentile {
  readonly share: number;
  /** Business milliseconds. */
  readonly ms: number;
  /** 95 % interval by order statistics; the ends of what was seen where the sample is too small for it. */
  readonly low: number;
  readonly high: number;
}

/** Open time of the finished spans, ascending: several ranges a day, holidays and the nights when clocks move are the calendar's. */
export const businessTimes = (spans: readonly Span[], calendar: BusinessCalendar): number[] =>
  spans.flatMap(({ start, end }) => (end === null ? [] : [businessDurationMs(calendar, start, end)])).sort((a, b) => a - b);

/** Percentiles of open time, each with its interval: a median and a p90 say more than a mean that one long night ruins. Empty without a finished span. */
export function businessPercentiles(
  spans: readonly Span[],
  calendar: BusinessCalendar,
  shares: readonly number[],
): SpanPercentile[] {
  const sorted = businessTimes(spans, calendar);
  if (sorted.length === 0) return [];
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1)) throw new RangeError("a percentile is a share from 0 to 1");
    return { share, ms: percentile(sorted, share)!, ...percentileInterval(sorted, share) };
  });
}
