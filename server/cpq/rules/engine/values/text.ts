/** FEEL values as text: what string() answers, and how traces and errors show values. */
import { nanosPerSecond } from "./calendar.ts";
import { type FeelNumber, isNumber, numberText } from "./number.ts";
import {
  type DaysTime,
  type FeelDate,
  type FeelTime,
  isContext,
  isList,
  type Temporal,
  type Value,
  type YearsMonths,
} from "./value.ts";

const two = (value: number): string => String(value).padStart(2, "0");

function dateText({ year, month, day }: FeelDate): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function offsetText(offset: number): string {
  if (offset === 0) return "Z";
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

const fraction = (nanos: number): string => (nanos === 0 ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`);

function timeText({ nanos, offset, zone }: FeelTime): string {
  const seconds = Math.floor(nanos / nanosPerSecond);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${clock}${fraction(nanos % nanosPerSecond)}${zone === null ? (offset === null ? "" : offsetText(offset)) : `@${zone}`}`;
}

function monthsText({ months }: YearsMonths): string {
  const size = Math.abs(months);
  const [years, rest] = [Math.floor(size / 12), size % 12];
  if (size === 0) return "P0M";
  return `${months < 0 ? "-" : ""}P${years > 0 ? `${years}Y` : ""}${rest > 0 ? `${rest}M` : ""}`;
}

function nanosText({ nanos }: DaysTime): string {
  if (nanos === 0n) return "PT0S";
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / 1_000_000_000n;
  const [days, hours, minutes] = [seconds / 86_400n, (seconds / 3600n) % 24n, (seconds / 60n) % 60n];
  const second = `${seconds % 60n}${fraction(Number(size % 1_000_000_000n))}`;
  const clock = `${hours > 0n ? `${hours}H` : ""}${minutes > 0n ? `${minutes}M` : ""}${second === "0" ? "" : `${second}S`}`;
  return `${nanos < 0n ? "-" : ""}P${days > 0n ? `${days}D` : ""}${clock === "" ? "" : `T${clock}`}`;
}

export function temporalText(value: Temporal): string {
  switch (value.kind) {
    case "date":
      return dateText(value);
    case "time":
      return timeText(value);
    case "date and time":
      return `${dateText(value.date)}T${timeText(value.time)}`;
    case "years and months duration":
      return monthsText(value);
    case "days and time duration":
      return nanosText(value);
  }
}

const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** A value as string() gives it inside lists and contexts: texts in quotes. */
export function shown(value: Value): string {
  return typeof value === "string" ? quoted(value) : textOf(value);
}

/** What string(value) answers; null shows as "null" (string(null) itself is null). */
export function textOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return numberText(value as FeelNumber);
  if (isList(value)) return `[${value.map(shown).join(", ")}]`;
  if (isContext(value)) return `{${[...value].map(([key, entry]) => `${keyText(key)}: ${shown(entry)}`).join(", ")}}`;
  if (value.kind === "function") return `function ${value.name}`;
  if (value.kind === "range") {
    if (value.start === null && value.end !== null) return `${value.endIncluded ? "<=" : "<"} ${rangeEnd(value.end)}`;
    if (value.end === null && value.start !== null) return `${value.startIncluded ? ">=" : ">"} ${rangeEnd(value.start)}`;
    return `${value.startIncluded ? "[" : "("}${rangeEnd(value.start)}..${rangeEnd(value.end)}${value.endIncluded ? "]" : ")"}`;
  }
  return temporalText(value);
}

const keyText = (key: string): string => (/^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : quoted(key));

/** Ends of a range as FEEL writes them, so that range(string(r)) is r again. */
function rangeEnd(value: Value): string {
  if (value !== null && typeof value === "object" && !isNumber(value) && !isList(value) && !isContext(value))
    if (value.kind !== "range" && value.kind !== "function") return `@"${temporalText(value)}"`;
  return shown(value);
}
