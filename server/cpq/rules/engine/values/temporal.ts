/** Building and moving dates, times and durations. */
import { addMonths, dateOfDayNumber, dayNumber, nanosPerDay, nanosPerSecond } from "./calendar.ts";
import type { DaysTime, FeelDate, FeelDateTime, FeelTime, YearsMonths } from "./value.ts";
import { offsetOf, offsetOfInstant } from "./zone.ts";

export const makeTime = (nanos: number, offset: number | null = null, zone: string | null = null): FeelTime => ({
  kind: "time",
  nanos,
  offset,
  zone,
});
export const makeDateTime = (date: FeelDate, time: FeelTime): FeelDateTime => ({ kind: "date and time", date, time });
export const daysTime = (nanos: bigint): DaysTime => ({ kind: "days and time duration", nanos });
export const yearsMonths = (months: number): YearsMonths => ({ kind: "years and months duration", months: months + 0 });

/** A day as the date and time of its midnight, in UTC as DMN says. */
export const atMidnight = (date: FeelDate): FeelDateTime => makeDateTime(date, makeTime(0, 0));

const perDay = BigInt(nanosPerDay);

/** Nanoseconds since 1970 on the wall clock, not looking at the zone. */
export const localNanos = ({ date, time }: FeelDateTime): bigint => BigInt(dayNumber(date)) * perDay + BigInt(time.nanos);

export const isZoned = (time: FeelTime): boolean => time.zone !== null || time.offset !== null;

/** Nanoseconds since 1970 in UTC; a local date and time counts as UTC. */
export function instantNanos(moment: FeelDateTime): bigint {
  const offset = offsetOf(moment.time, moment.date) ?? 0;
  return localNanos(moment) - BigInt(offset) * BigInt(nanosPerSecond);
}

function fromLocalNanos(nanos: bigint, like: FeelTime): FeelDateTime | null {
  let days = nanos / perDay;
  let rest = nanos % perDay;
  if (rest < 0n) {
    rest += perDay;
    days -= 1n;
  }
  const date = dateOfDayNumber(Number(days));
  return date && makeDateTime(date, makeTime(Number(rest), like.offset, like.zone));
}

/** Later by an exact span. In a named zone the span is real time, so a change of the clock shows. */
export function addNanos(moment: FeelDateTime, nanos: bigint): FeelDateTime | null {
  if (moment.time.zone === null) return fromLocalNanos(localNanos(moment) + nanos, moment.time);
  const instant = instantNanos(moment) + nanos;
  return fromLocalNanos(instant + BigInt(offsetOfInstant(moment.time.zone, instant)) * BigInt(nanosPerSecond), moment.time);
}

export function addMonthsTo(moment: FeelDateTime, months: number): FeelDateTime | null {
  const date = addMonths(moment.date, months);
  return date && makeDateTime(date, moment.time);
}

/** A time of day goes round midnight. */
export function addToTime(time: FeelTime, nanos: bigint): FeelTime {
  const sum = (BigInt(time.nanos) + nanos) % perDay;
  return { ...time, nanos: Number(sum < 0n ? sum + perDay : sum) };
}

/** Full months from one day to another, towards zero; the time of day does not count. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  if (months < 0 && to.day > from.day) return months + 1;
  return months + 0;
}
