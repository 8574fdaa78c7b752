/** FEEL values from and to JSON. */
import { RuleError } from "../rule-error.ts";
import { type FeelType, settleType, typeText } from "../types/type.ts";
import { fromJsNumber, isNumber, numberText, parseNumber } from "./number.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "./parse-temporal.ts";
import { textOf } from "./text.ts";
import { isContext, isList, type Value } from "./value.ts";

/** JSON as a FEEL value of a type: texts become dates, times, durations and exact numbers where the type says so. Throws RuleError naming the place. */
export function fromJson(json: unknown, written: FeelType, path: string): Value {
  const type = settleType(written);
  if (type.kind === "constrained") return fromJson(json, type.base, path);
  if (json === null || json === undefined) return null;
  if (typeof json === "boolean") return json;
  if (typeof json === "number") return fromJsNumber(json);
  if (typeof json === "string") return fromText(json, type, path);
  if (Array.isArray(json)) {
    const of: FeelType = type.kind === "list" ? type.of : { kind: "any" };
    return json.map((each, index) => fromJson(each, of, `${path}[${index}]`));
  }
  if (typeof json !== "object") throw new RuleError("rules.input", `${path} cannot be read`, path);
  const entries = type.kind === "context" ? type.entries : new Map<string, FeelType>();
  return new Map(
    Object.entries(json).map(([key, value]) => [key, fromJson(value, entries.get(key) ?? { kind: "any" }, `${path}.${key}`)]),
  );
}

const readers: Record<string, (text: string) => Value> = {
  number: parseNumber,
  date: parseDate,
  time: parseTime,
  "date and time": parseDateTime,
  "years and months duration": parseDuration,
  "days and time duration": parseDuration,
};

function fromText(text: string, type: FeelType, path: string): Value {
  if (type.kind === "list") return fromText(text, settleType(type.of), path);
  const read = type.kind === "simple" ? readers[type.name] : undefined;
  if (!read) return text;
  const value = read(text);
  if (value === null) throw new RuleError("rules.input", `${path} must be a ${typeText(type)}, not "${text}"`, path);
  return value;
}

/** Numbers that JSON cannot carry exactly, and dates, times, durations, ranges and functions, become texts. */
export function toJson(value: Value): unknown {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "number") return value;
  if (isNumber(value)) {
    const text = numberText(value);
    const plain = Number(text);
    return fromJsNumber(plain) !== null && numberText(fromJsNumber(plain)!) === text ? plain : text;
  }
  if (isList(value)) return value.map(toJson);
  if (isContext(value)) return Object.fromEntries([...value].map(([key, entry]) => [key, toJson(entry)]));
  return textOf(value);
}
