/** The proleptic Gregorian calendar as day numbers (0 is 1970-01-01), exact for any year FEEL can write. */
import type { FeelDate } from "./value.ts";

export const nanosPerSecond = 1_000_000_000;
export const nanosPerDay = 86_400 * nanosPerSecond;
export const greatestYear = 999_999_999;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** Null when there is no such day. */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (Math.abs(year) > greatestYear || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { kind: "date", year, month, day };
}

/** Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year. */
export function dayNumber({ year, month, day }: FeelDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function dateOfDayNumber(days: number): FeelDate | null {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return makeDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** 1 Monday to 7 Sunday. */
export const weekday = (date: FeelDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const dayOfYear = (date: FeelDate): number =>
  dayNumber(date) - dayNumber({ kind: "date", year: date.year, month: 1, day: 1 }) + 1;

/** ISO 8601: week 1 holds the first Thursday. */
export function weekOfYear(date: FeelDate): number {
  const thursday = dateOfDayNumber(dayNumber(date) - weekday(date) + 4) ?? date;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}

/** Whole months on, the day pulled back to the last of a shorter month. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return makeDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}
