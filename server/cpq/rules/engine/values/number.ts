/**
 * FEEL numbers: decimals of 34 digits, halves to the even neighbour (IEEE 754-2008 decimal128, as DMN 10.3.2.3.1 says).
 * Safe integers travel as plain JavaScript numbers, everything else as a Decimal: one value has exactly one form.
 */
import { Decimal as Library } from "decimal.js";

export const Exact = Library.clone({
  precision: 34,
  rounding: Library.ROUND_HALF_EVEN,
  minE: -6176,
  maxE: 6144,
  toExpNeg: -7000,
  toExpPos: 7000,
  modulo: Library.ROUND_FLOOR,
});
export type Exact = InstanceType<typeof Exact>;

export type FeelNumber = number | Exact;

export const isNumber = (value: unknown): value is FeelNumber => typeof value === "number" || value instanceof Exact;

export const exact = (value: FeelNumber): Exact => (typeof value === "number" ? new Exact(value) : value);

/** The one form of a number, or null where it has left the range of decimal128. */
export function settle(value: Exact): FeelNumber | null {
  if (!value.isFinite()) return null;
  if (value.isInteger() && value.e <= 15) {
    const plain = value.toNumber();
    if (Number.isSafeInteger(plain)) return plain + 0;
  }
  return value;
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return settle(exact(a).plus(exact(b)));
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return settle(exact(a).minus(exact(b)));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return settle(exact(a).times(exact(b)));
}

/** Null for a division by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (b === 0) return null;
  if (typeof a === "number" && typeof b === "number" && a % b === 0) return a / b + 0;
  return settle(exact(a).div(exact(b)));
}

export const power = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  a === 0 && sign(b) < 0 ? null : settle(exact(a).pow(exact(b)));

export const negate = (a: FeelNumber): FeelNumber => (typeof a === "number" ? 0 - a : (settle(a.negated()) ?? 0));

export const sign = (a: FeelNumber): number => (typeof a === "number" ? Math.sign(a) : a.isZero() ? 0 : a.isNegative() ? -1 : 1);

export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return exact(a).comparedTo(exact(b));
}

/** A number of up to 34 significant digits; null when the text is none. */
export function parseNumber(text: string): FeelNumber | null {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null;
  return settle(new Exact(text).toSignificantDigits(34));
}

/** From JSON: what the number shows when written, not its binary value. */
export const fromJsNumber = (value: number): FeelNumber | null =>
  Number.isSafeInteger(value) ? value + 0 : Number.isFinite(value) ? settle(new Exact(String(value))) : null;

export const numberText = (value: FeelNumber): string => (typeof value === "number" ? String(value) : value.toFixed());

/** A whole number that JavaScript counts exactly, else null. */
export const whole = (value: FeelNumber): number | null => (typeof value === "number" ? value : null);

/** The whole part, towards zero, or null when it is too great to count with. */
export function truncated(value: FeelNumber): number | null {
  if (typeof value === "number") return value;
  const plain = value.trunc().toNumber();
  return Number.isSafeInteger(plain) ? plain : null;
}
