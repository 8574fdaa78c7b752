/** How many periods a span of days is worth: whole periods, and partial ones by their days. */
import { add, divide, type Rational, rational, zero } from "#platform/rational.ts";
import { addMonths, type CalendarDay, calendarDay, dayNumber, weekday } from "./days.ts";
import type { Per } from "./types.ts";

/** A span of days (both inclusive) and how its periods are cut. See TermJson for the words. */
export interface Span {
  readonly per: Exclude<Per, "once">;
  readonly start: number;
  readonly end: number;
  readonly anchor: "start" | "calendar" | "day";
  readonly day: number;
  readonly month: number;
  readonly partial: "prorate" | "full" | "free";
  readonly days: "actual" | "fixed_30" | "strict_30";
  readonly partialBy: "days" | "months";
}

/** A partial period: the days used, out of how many, and what it counts for. */
export interface PartialPeriod {
  readonly from: number;
  readonly until: number;
  readonly days: number;
  readonly of: number;
  readonly value: Rational;
}

/** whole + the values of the partial periods = `exact`. */
export interface Periods {
  readonly whole: Rational;
  readonly partials: readonly PartialPeriod[];
  readonly exact: Rational;
}

/** Months in a period; weeks are not made of months. */
export const monthsPer = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** A bare count of periods, such as "36". */
export const countedPeriods = (count: Rational): Periods => ({ whole: count, partials: [], exact: count });

/**
 * Cuts a span at its period boundaries (the k-th boundary is counted from the anchor, so the 31st comes back after
 * February) and counts whole and partial periods. Salesforce's "day of period", calendar and anniversary policies,
 * Zuora's actual/30-day/strict-30 rules and Oracle's service-start rule are all settings of it.
 */
export function countPeriods(span: Span): Periods {
  const boundary = boundaries(span);
  let k = firstBoundary(span, boundary);
  let whole = 0n;
  const partials: PartialPeriod[] = [];
  let exact = zero;
  while (boundary(k) <= span.end) {
    const [from, next] = [boundary(k), boundary(k + 1)];
    const usedFrom = Math.max(from, span.start);
    const usedUntil = Math.min(next - 1, span.end);
    if (usedFrom === from && usedUntil === next - 1) whole += 1n;
    else if (span.partial === "full") whole += 1n;
    else if (span.partial === "prorate") {
      const part = partialPeriod(span, from, next, usedFrom, usedUntil);
      partials.push(part);
      exact = add(exact, part.value);
    }
    k += 1;
  }
  return { whole: rational(whole), partials, exact: add(rational(whole), exact) };
}

/** The k-th period start. */
function boundaries(span: Span): (k: number) => number {
  if (span.per === "week") {
    const first = span.anchor === "start" ? span.start : span.start - ((weekday(span.start) - weekStart(span) + 7) % 7);
    return (k) => first + 7 * k;
  }
  const anchor = anchorDay(span, monthsPer[span.per]);
  const step = monthsPer[span.per];
  return (k) => addMonths(anchor, step * k);
}

const weekStart = (span: Span): number => (span.anchor === "day" ? span.day : 1);

function anchorDay(span: Span, months: number): CalendarDay {
  const start = calendarDay(span.start);
  if (span.anchor === "start") return start;
  const firstMonth = span.anchor === "calendar" || months === 1 ? 1 : span.month;
  const back = (((start.month - firstMonth) % months) + months) % months;
  const index = start.year * 12 + start.month - 1 - back;
  // The unclamped day travels with the anchor so that day 31 stays the last day of every month.
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: span.anchor === "calendar" ? 1 : span.day };
}

function firstBoundary(span: Span, boundary: (k: number) => number): number {
  let k = 0;
  while (boundary(k) > span.start) k -= 1;
  while (boundary(k + 1) <= span.start) k += 1;
  return k;
}

function partialPeriod(span: Span, from: number, next: number, usedFrom: number, usedUntil: number): PartialPeriod {
  const days = usedUntil - usedFrom + 1;
  const base = { from: usedFrom, until: usedUntil };
  if (span.per === "week") return { ...base, days, of: 7, value: rational(BigInt(days), 7n) };
  const months = monthsPer[span.per];
  if (months > 1 && span.partialBy === "months") return byMonths(span, months, usedFrom, usedUntil);
  if (span.days === "actual") return { ...base, days, of: next - from, value: rational(BigInt(days), BigInt(next - from)) };
  const counted = span.days === "strict_30" ? days360(usedFrom, usedUntil) : days;
  return { ...base, days: counted, of: 30 * months, value: rational(BigInt(counted), BigInt(30 * months)) };
}

/** Whole months from the first day used, then the days left over their month. */
function byMonths(span: Span, months: number, usedFrom: number, usedUntil: number): PartialPeriod {
  const anchor = calendarDay(usedFrom);
  let full = 0;
  while (addMonths(anchor, full + 1) - 1 <= usedUntil) full += 1;
  const from = addMonths(anchor, full);
  const left = usedUntil - from + 1;
  const inMonth = span.days === "actual" ? addMonths(anchor, full + 1) - from : 30;
  const counted = span.days === "strict_30" && left > 0 ? days360(from, usedUntil) : left;
  const value = divide(add(rational(BigInt(full)), rational(BigInt(counted), BigInt(inMonth))), rational(BigInt(months)));
  return { from: usedFrom, until: usedUntil, days: usedUntil - usedFrom + 1, of: months * 30, value };
}

/** Days of a span when every month has 30: a last day of the month counts as the 30th. */
export function days360(from: number, until: number): number {
  const a = calendarDay(from);
  const b = calendarDay(until);
  const isLast = calendarDay(dayNumber(b) + 1).day === 1;
  const dayA = Math.min(a.day, 30);
  const dayB = isLast ? 30 : Math.min(b.day, 30);
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + dayB - dayA + 1;
}
