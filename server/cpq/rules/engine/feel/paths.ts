/** What stands behind a point: entries of contexts, parts of dates and durations, ends of ranges (DMN table 55 and on). */
import { weekday } from "../values/calendar.ts";
import { add, divide, type FeelNumber } from "../values/number.ts";
import { daysTime } from "../values/temporal.ts";
import { type FeelDate, type FeelTime, isContext, isList, type Temporal, type FeelRange, type Value } from "../values/value.ts";
import { offsetOf } from "../values/zone.ts";
import { entryOf } from "./names.ts";
import { isNumber } from "../values/number.ts";

/** Undefined when the value has nothing of that name. */
export function follow(value: Value, name: string): Value | undefined {
  if (value === null || typeof value !== "object" || isNumber(value)) return undefined;
  if (isContext(value)) return entryOf(value, name);
  if (isList(value)) return value.map((each) => follow(each, name) ?? null);
  if (value.kind === "function") return undefined;
  return propertyOf(value, name);
}

function propertyOf(value: Temporal | FeelRange, name: string): Value | undefined {
  switch (value.kind) {
    case "date":
      return ofDate(value, name);
    case "time":
      return ofTime(value, name, null);
    case "date and time":
      return ofDate(value.date, name) ?? ofTime(value.time, name, value.date);
    case "years and months duration":
      return name === "years" ? Math.trunc(value.months / 12) + 0 : name === "months" ? (value.months % 12) + 0 : undefined;
    case "days and time duration":
      return ofNanos(value.nanos, name);
    case "range":
      return ofRange(value, name);
  }
}

function ofDate(date: FeelDate, name: string): Value | undefined {
  if (name === "year" || name === "month" || name === "day") return date[name];
  return name === "weekday" ? weekday(date) : undefined;
}

function ofTime(time: FeelTime, name: string, date: FeelDate | null): Value | undefined {
  const seconds = Math.floor(time.nanos / 1e9);
  switch (name) {
    case "hour":
      return Math.floor(seconds / 3600);
    case "minute":
      return Math.floor(seconds / 60) % 60;
    case "second":
      return secondsWith(seconds % 60, time.nanos % 1e9);
    case "time offset": {
      const offset = offsetOf(time, date);
      return offset === null ? null : daysTime(BigInt(offset) * 1_000_000_000n);
    }
    case "timezone":
      return time.zone;
    default:
      return undefined;
  }
}

function ofNanos(nanos: bigint, name: string): Value | undefined {
  const seconds = nanos / 1_000_000_000n;
  switch (name) {
    case "days":
      return Number(seconds / 86_400n);
    case "hours":
      return Number((seconds / 3600n) % 24n);
    case "minutes":
      return Number((seconds / 60n) % 60n);
    case "seconds":
      return secondsWith(Number(seconds % 60n), Number(nanos % 1_000_000_000n));
    default:
      return undefined;
  }
}

const secondsWith = (seconds: number, nanos: number): FeelNumber | null => {
  if (nanos === 0) return seconds;
  const part = divide(nanos, 1_000_000_000);
  return part === null ? null : add(seconds, part);
};

function ofRange(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case "start":
      return range.start;
    case "end":
      return range.end;
    case "start included":
      return range.startIncluded;
    case "end included":
      return range.endIncluded;
    default:
      return undefined;
  }
}
