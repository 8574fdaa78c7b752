import { Temporal } from "temporal-polyfill";
import { RatingRefusal } from "./refusal.ts";
import type { LocalText, Span } from "./types.ts";

/** Later than any service: the end of a version that is still open. */
export const endless: LocalText = "9999-12-31";

const dayMs = 86_400_000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const instants = new Map<string, number>();

/** The calendar date of a local text: "2026-03-05T10:30:00" -> "2026-03-05". */
export const dateOf = (text: LocalText): LocalText => text.slice(0, 10);

/** Whole days from one local date to another, whatever the clocks do in between. */
export const daysBetween = (from: LocalText, to: LocalText): number =>
  (Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / dayMs;

/** The date `days` later. */
export const plusDays = (date: LocalText, days: number): LocalText =>
  new Date(Date.parse(dateOf(date)) + days * dayMs).toISOString().slice(0, 10);

/** The date `months` later, on `day` of that month (its own day without one), clamped to the month's last day. */
export function plusMonths(date: LocalText, months: number, day = Number(date.slice(8, 10))): LocalText {
  const counted = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(counted / 12);
  const month = (counted % 12) + 1;
  const clamped = day <= 28 ? day : Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${clamped < 10 ? "0" : ""}${clamped}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The instant of a local text; a date begins at its first moment in the zone, which is not midnight where clocks skip it. */
export function instantOf(text: LocalText, timeZone: string): number {
  const cacheKey = `${text}${timeZone}`;
  const known = instants.get(cacheKey);
  if (known !== undefined) return known;
  const ms = dateOnly.test(text)
    ? Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds
    : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  if (instants.size >= 50_000) instants.clear();
  instants.set(cacheKey, ms);
  return ms;
}

/** The local text of an instant: a bare date when it is the first moment of that day. */
export function localText(ms: number, timeZone: string): LocalText {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString();
  return instantOf(date, timeZone) === ms ? date : local.toPlainDateTime().toString({ smallestUnit: "second" });
}

/**
 * Reads a moment a person wrote: a date, a local date-time, or an instant with Z or an offset, and gives its local text.
 * Throws RatingRefusal naming `place`.
 */
export function readMoment(text: string, timeZone: string, place: string): LocalText {
  try {
    if (dateOnly.test(text)) return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return localText(Temporal.Instant.from(text).epochMilliseconds, timeZone);
    return localText(
      Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(timeZone).epochMilliseconds,
      timeZone,
    );
  } catch {
    throw new RatingRefusal(
      place,
      `"${text}" is not a date (2026-03-05), a local time (2026-03-05T10:30) or an instant (2026-03-05T09:30:00Z)`,
    );
  }
}

/** Refuses a time zone the platform does not know. */
export function checkTimeZone(timeZone: string, place: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch {
    throw new RatingRefusal(place, `"${timeZone}" is not a known time zone; write one such as Europe/Paris or UTC`);
  }
}

/** The span between two local texts, with its instants. */
export const spanOf = (from: LocalText, to: LocalText, timeZone: string): Span => ({
  from,
  to,
  fromMs: instantOf(from, timeZone),
  toMs: instantOf(to, timeZone),
});

/** Up to when a run looks: an hour is taken as it is, a bare date means all that begins or has ended on that day. */
export const runMoment = (asOf: LocalText): LocalText => (dateOnly.test(asOf) ? `${asOf}T23:59:59` : asOf);

/** The clock on the wall as if it were UTC: differences between two of them ignore clock changes. */
export function wallMs(ms: number, timeZone: string): number {
  if (timeZone === "UTC") return ms;
  return ms + Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
}
