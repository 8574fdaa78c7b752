/** The values of FEEL (DMN 10.3.2): null, boolean, string, number, date, time, date and time, two durations, range, list, context, function. */
import type { Evaluation } from "./evaluation.ts";
import { Exact, type FeelNumber } from "./number.ts";
import type { FeelType } from "../types/type.ts";

/** Proleptic Gregorian; years from -999,999,999 to 999,999,999. */
export interface FeelDate {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
/** Nanoseconds since midnight. `offset` in seconds east of UTC; `zone` an IANA name; both null: local time. */
export interface FeelTime {
  readonly kind: "time";
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}
export interface FeelDateTime {
  readonly kind: "date and time";
  readonly date: FeelDate;
  readonly time: FeelTime;
}
export interface YearsMonths {
  readonly kind: "years and months duration";
  readonly months: number;
}
export interface DaysTime {
  readonly kind: "days and time duration";
  readonly nanos: bigint;
}
/** A null end is open without limit: (> 5) is ]5..null]. */
export interface FeelRange {
  readonly kind: "range";
  readonly start: Value;
  readonly startIncluded: boolean;
  readonly end: Value;
  readonly endIncluded: boolean;
}
export interface FeelFunction {
  readonly kind: "function";
  readonly name: string;
  /** One list of parameter names per way to call it; a variadic one ends in "...". */
  readonly signatures: readonly (readonly Parameter[])[];
  readonly result: FeelType;
  readonly invoke: (args: readonly Value[], run: Evaluation, signature: number) => Value;
}
export interface Parameter {
  readonly name: string;
  readonly type: FeelType;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly variadic?: boolean;
}
export type Context = ReadonlyMap<string, Value>;
export type List = readonly Value[];
export type Temporal = FeelDate | FeelTime | FeelDateTime | YearsMonths | DaysTime;
export type Value = null | boolean | string | FeelNumber | Temporal | FeelRange | FeelFunction | List | Context;

export type Kind = "null" | "boolean" | "string" | "number" | "list" | "context" | "range" | "function" | Temporal["kind"];

export const isList = (value: Value): value is List => Array.isArray(value);
export const isContext = (value: Value): value is Context => value instanceof Map;

/** What sort of thing a value is, in FEEL's words. */
export function kindOf(value: Value): Kind {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "number";
  if (isList(value)) return "list";
  if (isContext(value)) return "context";
  if (value instanceof Exact) return "number";
  return (value as Temporal | FeelRange | FeelFunction).kind;
}

export const isKind = <K extends Temporal["kind"] | "range" | "function">(
  value: Value,
  kind: K,
): value is Extract<Temporal | FeelRange | FeelFunction, { kind: K }> =>
  value !== null && typeof value === "object" && (value as { kind?: string }).kind === kind;
