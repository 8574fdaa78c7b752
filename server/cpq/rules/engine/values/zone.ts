/** Offsets of named time zones, from the zone table of the runtime. No clock: the moment asked about is always given. */
import { dateOfDayNumber, dayNumber, nanosPerSecond } from "./calendar.ts";
import type { FeelDate, FeelTime } from "./value.ts";

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
        era: "short",
      });
    } catch {
      format = null; // the runtime's only way to say that it does not know the zone
    }
    formats.set(zone, format);
  }
  return format;
}

export const isZone = (zone: string): boolean => /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone) && formatOf(zone) !== null;

/** Seconds east of UTC at an instant given in seconds since 1970. */
function offsetAtInstant(zone: string, seconds: number): number {
  const parts: Record<string, string> = {};
  for (const part of formatOf(zone)?.formatToParts(seconds * 1000) ?? []) parts[part.type] = part.value;
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
  const days = dayNumber({ kind: "date", year, month: Number(parts.month), day: Number(parts.day) });
  return days * 86_400 + Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second) - seconds;
}

const cycleSeconds = 146_097 * 86_400;

/** Seconds east of UTC in a zone at an instant, given in nanoseconds since 1970. */
export function offsetOfInstant(zone: string, nanos: bigint): number {
  const seconds = Number(nanos / 1_000_000_000n);
  return offsetAtInstant(zone, Math.abs(seconds) < 6e12 ? seconds : ((seconds % cycleSeconds) + cycleSeconds) % cycleSeconds);
}

/** Years beyond the table behave as the same day of the 400-year cycle around 2000. */
function withinTable(date: FeelDate): FeelDate {
  return Math.abs(date.year) < 200_000 ? date : { ...date, year: 2000 + (((date.year % 400) + 400) % 400) };
}

/** The offset in seconds a clock on the wall of the zone has then; in a gap the earlier offset, when doubled the first. */
export function offsetOfLocal(zone: string, date: FeelDate, time: FeelTime): number {
  const local = dayNumber(withinTable(date)) * 86_400 + Math.floor(time.nanos / nanosPerSecond);
  const before = offsetAtInstant(zone, local - 86_400);
  const after = offsetAtInstant(zone, local + 86_400);
  if (before === after) return before;
  for (const offset of [before, after]) if (offsetAtInstant(zone, local - offset) === offset) return offset;
  return before;
}

const referenceDay = dateOfDayNumber(19_723); // 2024-01-01, for times that have a zone and no day

/** The offset in seconds of a time, or null when it is local. A zone without a day counts as on a first of January. */
export function offsetOf(time: FeelTime, date: FeelDate | null): number | null {
  if (time.zone === null) return time.offset;
  return offsetOfLocal(time.zone, date ?? referenceDay!, time);
}
