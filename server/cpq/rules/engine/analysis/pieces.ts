/** The values of one input cut into pieces on which every test of its column answers the same. */
import { compareValues, equals } from "../values/compare.ts";
import { dateOfDayNumber, dayNumber } from "../values/calendar.ts";
import { add, divide, isNumber, subtract } from "../values/number.ts";
import { addNanos, daysTime, makeTime, yearsMonths } from "../values/temporal.ts";
import { shown } from "../values/text.ts";
import { isKind, kindOf, type Value } from "../values/value.ts";

export interface Piece {
  /** A value in it, for asking the tests. */
  sample: Value;
  /** A single value, all between two (null: without limit), or every value nobody names. */
  is: "point" | "between" | "other";
  low: Value;
  high: Value;
}

const point = (value: Value): Piece => ({ sample: value, is: "point", low: value, high: value });

/** Pieces of a column whose tests name these values; `ordered` when some test asks for more or less. */
export function piecesOf(named: readonly Value[], ordered: boolean): Piece[] {
  const values = named.filter(
    (value, index) => value !== null && !named.slice(0, index).some((other) => equals(other, value) === true),
  );
  if (values.some((value) => typeof value === "boolean")) return [true, false].map(point);
  const texts = values.every((value) => typeof value === "string");
  if (!ordered && texts) return [...values.map(point), { sample: strange(values), is: "other", low: null, high: null }];
  const sorted = values.filter((value) => kindOf(value) === kindOf(values[0]!)).toSorted((a, b) => compareValues(a, b) ?? 0);
  const pieces: Piece[] = [];
  for (let at = 0; at <= sorted.length; at++) {
    const [low, high] = [sorted[at - 1] ?? null, sorted[at] ?? null];
    const sample = sampleBetween(low, high);
    if (sample !== null) pieces.push({ sample, is: low === null && high === null ? "other" : "between", low, high });
    if (high !== null) pieces.push(point(high));
  }
  return pieces;
}

const strange = (values: readonly Value[]): string =>
  `${values.filter((value) => typeof value === "string").join("")}\u0000other`;

/** A value strictly between two, below the second, or above the first; null when there is none. */
function sampleBetween(low: Value, high: Value): Value {
  if (low === null && high === null) return "";
  const found = low === null ? below(high) : high === null ? above(low) : middle(low, high);
  if (found === null) return null;
  const isAbove = low === null || (compareValues(found, low) ?? 0) > 0;
  return isAbove && (high === null || (compareValues(found, high) ?? 0) < 0) ? found : null;
}

function shifted(value: Value, by: 1 | -1): Value {
  if (isNumber(value)) return add(value, by);
  if (isKind(value, "date")) return dateOfDayNumber(dayNumber(value) + by);
  if (isKind(value, "date and time")) return addNanos(value, BigInt(by) * 1_000_000_000n);
  if (isKind(value, "time")) {
    const nanos = value.nanos + by;
    return nanos < 0 || nanos >= 86_400e9 ? null : makeTime(nanos, value.offset, value.zone);
  }
  if (isKind(value, "years and months duration")) return yearsMonths(value.months + by);
  return isKind(value, "days and time duration") ? daysTime(value.nanos + BigInt(by)) : null;
}

const below = (value: Value): Value => (typeof value === "string" ? (value === "" ? null : "") : shifted(value, -1));
const above = (value: Value): Value => (typeof value === "string" ? `${value}\u0000` : shifted(value, 1));

function middle(low: Value, high: Value): Value {
  if (isNumber(low) && isNumber(high)) {
    const width = subtract(high, low);
    const half = width === null ? null : divide(width, 2);
    return half === null ? null : add(low, half);
  }
  return above(low);
}

/** Pieces in FEEL's words, neighbours joined: `[10..20)`, `> 5`, `"gold"`. */
export function piecesText(all: readonly Piece[], chosen: readonly boolean[]): string {
  if (chosen.every(Boolean)) return "-";
  const texts: string[] = [];
  for (let at = 0; at < all.length; at++) {
    if (!chosen[at]) continue;
    let end = at;
    while (end + 1 < all.length && chosen[end + 1] && joins(all[end]!, all[end + 1]!)) end++;
    texts.push(runText(all[at]!, all[end]!, all));
    at = end;
  }
  return texts.join(", ");
}

/** Ordered pieces that touch. */
const joins = (a: Piece, b: Piece): boolean =>
  (a.is === "between" || b.is === "between") && a.high !== null && b.low !== null && equals(a.high, b.low) === true;

function runText(first: Piece, last: Piece, all: readonly Piece[]): string {
  if (first.is === "other")
    return `not(${all
      .filter(({ is }) => is === "point")
      .map(({ low }) => shown(low))
      .join(", ")})`;
  if (first === last && first.is === "point") return literalText(first.low);
  const [from, to] = [first.is === "point", last.is === "point"];
  if (first.low === null) return `${to ? "<=" : "<"} ${literalText(last.high)}`;
  if (last.high === null) return `${from ? ">=" : ">"} ${literalText(first.low)}`;
  return `${from ? "[" : "("}${literalText(first.low)}..${literalText(last.high)}${to ? "]" : ")"}`;
}

const literalText = (value: Value): string =>
  typeof value === "object" && value !== null && "kind" in value ? `@"${shown(value)}"` : shown(value);
