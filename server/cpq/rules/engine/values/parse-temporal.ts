/** Texts to dates, times and durations (XML Schema lexical forms, and times with @Zone). Null when a text is none. */
import { makeDate, nanosPerSecond } from "./calendar.ts";
import { daysTime, makeDateTime, makeTime, yearsMonths } from "./temporal.ts";
import type { DaysTime, FeelDate, FeelDateTime, FeelTime, Temporal, YearsMonths } from "./value.ts";
import { isZone } from "./zone.ts";

/** Beyond 18 hours there is no offset on earth; the Java engines draw the line there too. */
const greatestOffset = 18 * 3600;

export function parseDate(text: string): FeelDate | null {
  const parts = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d\d)-(\d\d)$/.exec(text);
  return parts && makeDate(Number(parts[1]) + 0, Number(parts[2]), Number(parts[3]));
}

export function parseTime(text: string): FeelTime | null {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@(.+))?$/.exec(text);
  if (!parts) return null;
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const nanos = (hour * 3600 + minute * 60 + second) * nanosPerSecond + Number((parts[4] ?? "").padEnd(9, "0").slice(0, 9));
  if (parts[5]) return makeTime(nanos, 0);
  if (parts[10] !== undefined) {
    return isZone(parts[10]) ? makeTime(nanos, null, parts[10]) : null;
  }
  if (parts[6] === undefined) return makeTime(nanos);
  if (Number(parts[8]) > 59 || Number(parts[9] ?? 0) > 59) return null;
  const seconds = Number(parts[7]) * 3600 + Number(parts[8]) * 60 + Number(parts[9] ?? 0);
  return makeOffsetTime(nanos, parts[6] === "-" ? -seconds : seconds);
}

export const makeOffsetTime = (nanos: number, offset: number): FeelTime | null =>
  Math.abs(offset) > greatestOffset ? null : makeTime(nanos, offset + 0);

/** A date alone is its midnight, without zone. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf("T");
  if (at < 0) {
    const day = parseDate(text);
    return day && makeDateTime(day, makeTime(0));
  }
  const date = parseDate(text.slice(0, at));
  const time = date && parseTime(text.slice(at + 1));
  return time ? makeDateTime(date, time) : null;
}

export function parseDuration(text: string): DaysTime | YearsMonths | null {
  const months = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(text);
  if (months && (months[2] ?? months[3]) !== undefined) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return Number.isSafeInteger(total) ? yearsMonths(months[1] ? -total : total) : null;
  }
  const parts = /^(-)?P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/.exec(text);
  if (!parts || parts[3] === "T" || (parts[2] === undefined && parts[3] === undefined)) return null;
  const seconds =
    BigInt(parts[2] ?? 0) * 86_400n + BigInt(parts[4] ?? 0) * 3600n + BigInt(parts[5] ?? 0) * 60n + BigInt(parts[6] ?? 0);
  const nanos = seconds * BigInt(nanosPerSecond) + BigInt((parts[7] ?? "").padEnd(9, "0").slice(0, 9));
  return daysTime(parts[1] ? -nanos : nanos);
}

/** What stands after @ in FEEL: @"2024-02-29", @"P1D". */
export function parseAtLiteral(text: string): Temporal | null {
  return (
    parseDate(text) ??
    (text.includes("T") && !/^-?P/.test(text) ? parseDateTime(text) : null) ??
    parseTime(text) ??
    parseDuration(text)
  );
}
