/** Equality, order, sameness and being within, as DMN 10.3.2.13 to 10.3.2.15 define them. Null means: cannot be told. */
import { compareNumbers, type FeelNumber, isNumber } from "./number.ts";
import { instantNanos, isZoned, localNanos } from "./temporal.ts";
import {
  type Context,
  type FeelDateTime,
  type FeelRange,
  type FeelTime,
  isContext,
  isKind,
  isList,
  kindOf,
  type List,
  type Value,
} from "./value.ts";
import { offsetOf } from "./zone.ts";

/** Below, at or above; null for values that have no order between them. */
export function compareValues(a: Value, b: Value): number | null {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return null;
  if (isKind(a, "date") && isKind(b, "date")) return a.year - b.year || a.month - b.month || a.day - b.day;
  if (isKind(a, "date and time") && isKind(b, "date and time")) return compareMoments(a, b);
  if (isKind(a, "time") && isKind(b, "time")) return compareTimes(a, b);
  if (isKind(a, "years and months duration") && isKind(b, "years and months duration")) return Math.sign(a.months - b.months);
  if (isKind(a, "days and time duration") && isKind(b, "days and time duration"))
    return a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0;
  return null;
}

/** By code points, as XML Schema orders texts. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (!/[\ud800-\uffff]/.test(a) || !/[\ud800-\uffff]/.test(b)) return a < b ? -1 : 1;
  const [left, right] = [Array.from(a), Array.from(b)];
  for (const [index, character] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (character !== other) return character.codePointAt(0)! - other.codePointAt(0)!;
  }
  return -1;
}

function compareMoments(a: FeelDateTime, b: FeelDateTime): number | null {
  if (isZoned(a.time) !== isZoned(b.time)) return null;
  const [left, right] = isZoned(a.time) ? [instantNanos(a), instantNanos(b)] : [localNanos(a), localNanos(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if (isZoned(a) !== isZoned(b)) return null;
  const utc = (time: FeelTime) => time.nanos - (offsetOf(time, null) ?? 0) * 1e9;
  return Math.sign(utc(a) - utc(b));
}

/** `=`: true, false, or null when the two are of different kinds. */
export function equals(a: Value, b: Value): boolean | null {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === typeof b && typeof a !== "object") return false;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a as FeelNumber, b as FeelNumber) === 0;
  if (isList(a) && isList(b)) return equalLists(a, b);
  if (isContext(a) && isContext(b)) return equalContexts(a, b);
  if (isKind(a, "range") && isKind(b, "range")) return equalRanges(a, b);
  const [left, right] = [kindOf(a), kindOf(b)];
  if (left === right && left !== "function") return compareValues(a, b) === 0;
  // XPath, which DMN follows here: of the two kinds of durations only those of no length are equal
  if (left.endsWith("duration") && right.endsWith("duration")) return isNoTime(a) && isNoTime(b);
  // a list of one may stand for its element
  if (isList(a) && a.length === 1) return equals(a[0]!, b);
  if (isList(b) && b.length === 1) return equals(a, b[0]!);
  return left === right ? false : null;
}

const isNoTime = (value: Value): boolean =>
  isKind(value, "days and time duration") ? value.nanos === 0n : isKind(value, "years and months duration") && value.months === 0;

function equalLists(a: List, b: List): boolean | null {
  if (a.length !== b.length) return false;
  for (const [index, value] of a.entries()) {
    const same = equals(value, b[index]!);
    if (same !== true) return same;
  }
  return true;
}

function equalContexts(a: Context, b: Context): boolean | null {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    if (!b.has(key)) return false;
    const same = equals(value, b.get(key)!);
    if (same !== true) return same;
  }
  return true;
}

const equalRanges = (a: FeelRange, b: FeelRange): boolean =>
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded &&
  equals(a.start, b.start) === true &&
  equals(a.end, b.end) === true;

/** Whether a value lies in a range; null when it has no order with its ends. */
export function within(value: Value, range: FeelRange): boolean | null {
  if (value === null) return null;
  if (range.start !== null) {
    const order = compareValues(value, range.start);
    if (order === null) return null;
    if (order < 0 || (order === 0 && !range.startIncluded)) return false;
  }
  if (range.end !== null) {
    const order = compareValues(value, range.end);
    if (order === null) return null;
    if (order > 0 || (order === 0 && !range.endIncluded)) return false;
  }
  return true;
}

/** is(): the same element of the domain: same kind, same value, same zone. */
export function isSame(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  if (isKind(a, "time") && isKind(b, "time")) return sameTime(a, b);
  if (isKind(a, "date and time") && isKind(b, "date and time"))
    return compareValues(a.date, b.date) === 0 && sameTime(a.time, b.time);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((value, index) => isSame(value, b[index]!));
  if (isContext(a) && isContext(b))
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)!));
  return equals(a, b) === true;
}

const sameTime = (a: FeelTime, b: FeelTime): boolean =>
  a.nanos === b.nanos && a.zone === b.zone && (a.zone !== null || a.offset === b.offset);
