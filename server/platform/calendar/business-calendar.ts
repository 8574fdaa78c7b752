/**
 * When an organisation is open: several ranges a day, public holidays, its own time zone. Every promise clock ("answered
 * within one business hour") runs on one of these. Time is counted as it really passes, so the two nights a year when
 * clocks move are right: a range 01:00-05:00 lasts 3 hours in March and 5 in October.
 */
import { Temporal } from "temporal-polyfill";

/** Local opening hours "09:00" to "12:30"; "24:00" is the end of the day. */
export interface OpeningHours {
  readonly from: string;
  readonly to: string;
}

/** ISO weekdays: 1 is Monday, 7 is Sunday. A day left out is closed. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface BusinessCalendar {
  /** IANA name, such as "Europe/Paris". */
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly OpeningHours[]>>>;
  /** Closed local dates, "2026-12-25". */
  readonly holidays: readonly string[];
}

/** Open from `start` up to but not including `end`, in epoch milliseconds. */
export interface OpenSpan {
  readonly start: number;
  readonly end: number;
}

/** A calendar checked and made ready. Days are counted from 1970-01-01, local. */
export interface ReadyCalendar {
  readonly spansOn: (day: number) => readonly OpenSpan[];
  readonly dayAt: (epochMs: number) => number;
}

interface Day {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly OpenSpan[];
}

const epoch = Temporal.PlainDate.from("1970-01-01");
const dayMs = 86_400_000;
const rememberedDays = 8000;
const ready = new WeakMap<BusinessCalendar, ReadyCalendar>();

/**
 * Checks a calendar and returns its day-by-day reader, remembered per object: replace a calendar, do not change it in
 * place. Throws RangeError naming what is wrong (time zone, hours that overlap or run backwards, a week never open).
 */
export function readyCalendar(calendar: BusinessCalendar): ReadyCalendar {
  let prepared = ready.get(calendar);
  if (!prepared) ready.set(calendar, (prepared = prepare(calendar)));
  return prepared;
}

function prepare(calendar: BusinessCalendar): ReadyCalendar {
  const { timeZone } = calendar;
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const holidays = new Set(calendar.holidays.map((date) => Temporal.PlainDate.from(date).toString()));
  const week = new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, minutesOf(calendar.week[day as Weekday] ?? [])]));
  if ([...week.values()].every((day) => day.length === 0))
    throw new RangeError("the business calendar is never open: give at least one day its hours");

  const days = new Map<number, Day>();
  const dayOf = (number: number): Day => {
    let day = days.get(number);
    if (!day) {
      if (days.size >= rememberedDays) days.clear();
      days.set(number, (day = makeDay(number)));
    }
    return day;
  };
  const makeDay = (number: number): Day => {
    const date = epoch.add({ days: number });
    const hours = holidays.has(date.toString()) ? [] : week.get(date.dayOfWeek)!;
    const spans = hours.map(([from, to]) => ({ start: opens(date, from, timeZone), end: closes(date, to, timeZone) }));
    return {
      start: date.toZonedDateTime(timeZone).epochMilliseconds,
      end: date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
      spans: spans.filter((span) => span.start < span.end),
    };
  };
  return {
    spansOn: (number) => dayOf(number).spans,
    dayAt(epochMs) {
      // A local day is the UTC day, the one before or the one after: no zone is further off.
      const utc = Math.floor(epochMs / dayMs);
      for (const number of [utc, utc - 1, utc + 1]) {
        const day = dayOf(number);
        if (day.start <= epochMs && epochMs < day.end) return number;
      }
      throw new RangeError(`no local day of ${timeZone} holds ${epochMs}`);
    },
  };
}

/** Opening hours as sorted, separate [from, to] minutes of the day. */
function minutesOf(ranges: readonly OpeningHours[]): (readonly [number, number])[] {
  const sorted = ranges.map(({ from, to }) => [minute(from), minute(to)] as const).sort((a, b) => a[0] - b[0]);
  sorted.forEach(([from, to], index) => {
    if (from >= to) throw new RangeError(`opening hours ${clock(from)}-${clock(to)} end before they begin`);
    if (index > 0 && sorted[index - 1]![1] > from) throw new RangeError(`opening hours overlap at ${clock(from)}`);
  });
  return sorted;
}

function minute(text: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  const total = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(total <= 1440)) throw new RangeError(`"${text}" is not a time of day such as 09:30`);
  return total;
}
const clock = (total: number): string =>
  `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;

/** Where the hour exists twice (autumn), a day opens at the first and closes at the second. */
const opens = (date: Temporal.PlainDate, at: number, timeZone: string): number => instant(date, at, timeZone, "earlier");
const closes = (date: Temporal.PlainDate, at: number, timeZone: string): number => instant(date, at, timeZone, "later");

function instant(date: Temporal.PlainDate, at: number, timeZone: string, twice: "earlier" | "later"): number {
  const local = date.toPlainDateTime().add({ minutes: at });
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: twice });
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  // The hour does not exist (spring): the moment the clocks jump stands for all of it.
  const after = local.toZonedDateTime(timeZone, { disambiguation: "later" });
  return after.getTimeZoneTransition("previous")!.epochMilliseconds;
}
