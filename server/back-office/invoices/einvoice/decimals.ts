/** Decimal texts in, decimal texts out, exact fractions between. */
import { add, compare, divide, multiply, parseDecimal, type Rational, rational, zero } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";

/** The exact value of a decimal text; undefined when it is absent or not a decimal (which is reported on its own). */
export function exact(text: string | undefined): Rational | undefined {
  if (text === undefined) return undefined;
  try {
    // XML Schema also writes .5, 5. and +5 (xs:decimal, 3.2.3)
    return parseDecimal(/^[+-]?(\.\d+|\d+\.)$/.test(text) ? text.replace(".", text.endsWith(".") ? "" : "0.") : text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Money of EN 16931: two decimals, half away from zero (BR-CO-17, BR-DEC-*). */
export const cents = (value: Rational): string => toFixed(value, 2);

/** The same amount on two decimals as an exact value. */
export const roundedToCents = (value: Rational): Rational => parseDecimal(cents(value));

/** The sum of the amounts that are there. */
export const sum = (amounts: readonly (string | undefined)[]): Rational =>
  amounts.reduce<Rational>((total, amount) => add(total, exact(amount) ?? zero), zero);

/** amount x percentage / 100, exact. */
export const shareOf = (amount: Rational, percentage: Rational): Rational => divide(multiply(amount, percentage), rational(100n));

/** Whether two decimal texts mean the same number; absent ones are equal to each other only. */
export function sameNumber(a: string | undefined, b: string | undefined): boolean {
  const left = exact(a);
  const right = exact(b);
  if (!left || !right) return left === right && a === b;
  return compare(left, right) === 0;
}

/** Digits after the point as written: "1.50" has 2. */
export const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** "20.00" and "20" are one rate: the shortest way to write a number. */
export function shortest(text: string): string {
  const value = exact(text);
  if (!value) return text;
  const [whole = "0", fraction = ""] = toFixed(value, decimalsOf(text)).split(".");
  const kept = fraction.replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}
