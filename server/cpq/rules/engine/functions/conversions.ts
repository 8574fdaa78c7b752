import { compareValues } from "../values/compare.ts";
import { makeDate, nanosPerSecond } from "../values/calendar.ts";
import { exact, type FeelNumber, isNumber, parseNumber, whole } from "../values/number.ts";
import { makeOffsetTime, parseDate, parseDateTime, parseDuration, parseTime } from "../values/parse-temporal.ts";
import { atMidnight, makeDateTime, makeTime } from "../values/temporal.ts";
import { textOf } from "../values/text.ts";
import { type DaysTime, isKind, kindOf, type Value } from "../values/value.ts";
import { parseRangeText } from "./range-text.ts";
import { define } from "./define.ts";

function toDate(from: Value): Value | undefined {
  if (typeof from === "string") return parseDate(from) ?? undefined;
  if (isKind(from, "date")) return from;
  return isKind(from, "date and time") ? from.date : undefined;
}

function toDateTime(from: Value): Value | undefined {
  if (typeof from === "string") return parseDateTime(from) ?? undefined;
  if (isKind(from, "date")) return atMidnight(from);
  return isKind(from, "date and time") ? from : undefined;
}

function joinDateTime(date: Value, time: Value): Value | undefined {
  const day = isKind(date, "date and time") ? date.date : date;
  return isKind(day, "date") && isKind(time, "time") ? makeDateTime(day, time) : undefined;
}

function toTime(from: Value): Value | undefined {
  if (typeof from === "string") return parseTime(from) ?? undefined;
  if (isKind(from, "time")) return from;
  if (isKind(from, "date and time")) return from.time;
  return isKind(from, "date") ? atMidnight(from).time : undefined;
}

function makeClock(hour: Value, minute: Value, second: Value, offset: Value | undefined): Value | undefined {
  const [h, m] = [whole(hour as FeelNumber), whole(minute as FeelNumber)];
  const seconds = exact(second as FeelNumber);
  if (h === null || m === null || h < 0 || h > 23 || m < 0 || m > 59 || seconds.lt(0) || seconds.gte(60)) return undefined;
  const nanos = (h * 3600 + m * 60) * nanosPerSecond + seconds.times(nanosPerSecond).trunc().toNumber();
  if (offset === undefined || offset === null) return makeTime(nanos);
  return makeOffsetTime(nanos, Number((offset as DaysTime).nanos / 1_000_000_000n)) ?? undefined;
}

/** Separators: grouping is blank, comma or point; the decimal sign a point or a comma; never the same. */
function toNumber(from: string, grouping: Value, decimal: Value): Value | undefined {
  if (grouping !== null && ![" ", ",", "."].includes(grouping as string)) return undefined;
  if (decimal !== null && ![".", ","].includes(decimal as string)) return undefined;
  if (grouping !== null && grouping === decimal) return undefined;
  let text = grouping === null ? from : from.replaceAll(grouping as string, "");
  if (decimal !== null && decimal !== ".") {
    if (text.includes(".")) return undefined;
    text = text.replace(decimal as string, ".");
  }
  return /^[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$/.test(text) ? (parseNumber(text) ?? undefined) : undefined;
}

/** The range a text writes, with literal ends in order. */
function toRange(from: string): Value | undefined {
  const range = parseRangeText(from);
  if (!range || range.start === null || range.end === null) return undefined;
  const order = kindOf(range.start) === kindOf(range.end) ? compareValues(range.start, range.end) : null;
  return order === null || order > 0 ? undefined : range;
}

export const conversionFunctions = [
  define(
    "date",
    ["from: scalar", "year: number, month: number, day: number"],
    (args, _, signature) => {
      if (signature === 0) return toDate(args[0]!);
      const [year, month, day] = args.map((each) => whole(each as FeelNumber));
      return year === null || month === null || day === null ? undefined : (makeDate(year!, month!, day!) ?? undefined);
    },
    "date",
  ),
  define(
    "date and time",
    ["from: scalar", "date: scalar, time: scalar"],
    ([first, second]) => (second === undefined ? toDateTime(first!) : joinDateTime(first!, second)),
    "date and time",
  ),
  define(
    "time",
    ["from: scalar", "hour: number, minute: number, second: number, offset?: days and time duration|null"],
    ([first, minute, second, offset]) => (minute === undefined ? toTime(first!) : makeClock(first!, minute, second!, offset)),
    "time",
  ),
  define("duration", ["from: scalar"], ([from]) =>
    typeof from === "string"
      ? (parseDuration(from) ?? undefined)
      : isKind(from!, "days and time duration") || isKind(from!, "years and months duration")
        ? from
        : undefined,
  ),
  define(
    "number",
    ["from: string, grouping separator: string|null, decimal separator: string|null", "from: scalar"],
    ([from, grouping, decimal]) =>
      typeof from === "string"
        ? toNumber(from, grouping ?? null, decimal ?? null)
        : isNumber(from!) && grouping === undefined
          ? from
          : undefined,
    "number",
  ),
  define("string", ["from: Any|null"], ([from]) => (from === null ? null : textOf(from!)), "string"),
  define("range", ["from: string"], ([from]) => toRange(from as string), "range"),
];
