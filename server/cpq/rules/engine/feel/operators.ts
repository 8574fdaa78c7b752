/** Arithmetic between FEEL values (DMN 10.3.2.12). Null says: these two cannot be combined so. */
import {
  add,
  divide,
  exact,
  Exact,
  type FeelNumber,
  isNumber,
  multiply,
  negate,
  power,
  settle,
  subtract,
  truncated,
} from "../values/number.ts";
import {
  addMonthsTo,
  addNanos,
  addToTime,
  atMidnight,
  daysTime,
  instantNanos,
  isZoned,
  localNanos,
  makeDateTime,
  makeTime,
  yearsMonths,
} from "../values/temporal.ts";
import { type FeelDate, type FeelDateTime, isKind, type Value } from "../values/value.ts";
import { offsetOf } from "../values/zone.ts";
import type { ArithmeticSign } from "./syntax.ts";

/** Undefined when the operands do not fit; null when they do and there is still no value (1 / 0). */
export function calculate(sign: ArithmeticSign, a: Value, b: Value): Value | undefined {
  if (isNumber(a) && isNumber(b)) return onNumbers(sign, a, b);
  switch (sign) {
    case "+":
      if (typeof a === "string" && typeof b === "string") return a + b;
      return sum(a, b) ?? sum(b, a);
    case "-":
      return difference(a, b);
    case "*":
      return isNumber(b) ? scaled(a, b) : isNumber(a) ? scaled(b, a) : undefined;
    case "/":
      return quotient(a, b);
    case "**":
      return undefined;
  }
}

function onNumbers(sign: ArithmeticSign, a: FeelNumber, b: FeelNumber): FeelNumber | null {
  switch (sign) {
    case "+":
      return add(a, b);
    case "-":
      return subtract(a, b);
    case "*":
      return multiply(a, b);
    case "/":
      return divide(a, b);
    case "**":
      return power(a, b);
  }
}

export function negated(value: Value): Value | undefined {
  if (isNumber(value)) return negate(value);
  if (isKind(value, "years and months duration")) return yearsMonths(-value.months);
  if (isKind(value, "days and time duration")) return daysTime(-value.nanos);
  return undefined;
}

const moment = (date: FeelDate): FeelDateTime => makeDateTime(date, makeTime(0));

function sum(a: Value, b: Value): Value | undefined {
  if (isKind(b, "years and months duration")) {
    if (isKind(a, "years and months duration")) return yearsMonths(a.months + b.months);
    if (isKind(a, "date")) return addMonthsTo(moment(a), b.months)?.date ?? null;
    if (isKind(a, "date and time")) return addMonthsTo(a, b.months);
  }
  if (isKind(b, "days and time duration")) {
    if (isKind(a, "days and time duration")) return daysTime(a.nanos + b.nanos);
    if (isKind(a, "date")) return addNanos(moment(a), b.nanos)?.date ?? null;
    if (isKind(a, "date and time")) return addNanos(a, b.nanos);
    if (isKind(a, "time")) return addToTime(a, b.nanos);
  }
  return undefined;
}

function difference(a: Value, b: Value): Value | undefined {
  if (isKind(a, "time") && isKind(b, "time")) {
    if (isZoned(a) !== isZoned(b)) return null;
    const offsets = (offsetOf(a, null) ?? 0) - (offsetOf(b, null) ?? 0);
    return daysTime(BigInt(a.nanos - b.nanos) - BigInt(offsets) * 1_000_000_000n);
  }
  const [from, to] = [asMoment(a, b), asMoment(b, a)];
  if (from && to) {
    if (isZoned(from.time) !== isZoned(to.time)) return null;
    return daysTime(isZoned(from.time) ? instantNanos(from) - instantNanos(to) : localNanos(from) - localNanos(to));
  }
  const minus = isKind(b, "years and months duration") || isKind(b, "days and time duration") ? negated(b) : undefined;
  return minus === undefined ? undefined : sum(a, minus);
}

/** A date beside a zoned moment is its midnight in UTC, else its local midnight. */
function asMoment(value: Value, other: Value): FeelDateTime | null {
  if (isKind(value, "date and time")) return value;
  if (!isKind(value, "date")) return null;
  return isKind(other, "date and time") && isZoned(other.time) ? atMidnight(value) : moment(value);
}

function scaled(value: Value, by: FeelNumber): Value | undefined {
  if (isKind(value, "years and months duration")) return months(exact(value.months).times(exact(by)));
  if (isKind(value, "days and time duration")) return nanos(exactOf(value.nanos).times(exact(by)));
  return undefined;
}

function quotient(a: Value, b: Value): Value | undefined {
  if (isKind(a, "years and months duration")) {
    if (isNumber(b)) return b === 0 ? null : months(exact(a.months).div(exact(b)));
    if (isKind(b, "years and months duration")) return divide(a.months, b.months);
  }
  if (isKind(a, "days and time duration")) {
    if (isNumber(b)) return b === 0 ? null : nanos(exactOf(a.nanos).div(exact(b)));
    if (isKind(b, "days and time duration")) return b.nanos === 0n ? null : settle(exactOf(a.nanos).div(exactOf(b.nanos)));
  }
  return undefined;
}

const exactOf = (value: bigint): Exact => new Exact(value.toString());
const nanos = (value: Exact): Value => (value.isFinite() ? daysTime(BigInt(value.trunc().toFixed())) : null);
function months(value: Exact): Value {
  const whole = value.isFinite() ? truncated(value) : null;
  return whole === null ? null : yearsMonths(whole);
}
