import { divide, exact, Exact, type FeelNumber, multiply, settle, subtract, truncated } from "../values/number.ts";
import type { Value } from "../values/value.ts";
import { daysTime, yearsMonths } from "../values/temporal.ts";
import { isKind } from "../values/value.ts";
import { define } from "./define.ts";

/** As decimal.js numbers its rounding modes. */
type Rounding = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Scales that decimal128 knows. */
const [leastScale, greatestScale] = [-6111, 6176];

/** Rounded at a decimal place: 2 is hundredths, -2 hundreds. */
function rounded(value: Value, scale: Value | undefined, mode: Rounding): Value | undefined {
  const places = scale === undefined ? 0 : truncated(scale as FeelNumber);
  if (places === null || places < leastScale || places > greatestScale) return undefined;
  const number = exact(value as FeelNumber);
  return settle(places >= 0 ? number.toDecimalPlaces(places, mode) : number.toNearest(Exact.pow(10, -places), mode)) ?? undefined;
}

const rounding = (name: string, mode: Rounding, scaleOptional: boolean) =>
  define(name, [`n: number, scale${scaleOptional ? "?" : ""}: number`], ([n, scale]) => rounded(n!, scale, mode), "number");

const isOdd = (value: FeelNumber): boolean | undefined => {
  const number = exact(value);
  return number.isInteger() ? number.modulo(2).abs().eq(1) : undefined;
};

function absolute(value: Value): Value | undefined {
  if (isKind(value, "years and months duration")) return yearsMonths(Math.abs(value.months));
  if (isKind(value, "days and time duration")) return daysTime(value.nanos < 0n ? -value.nanos : value.nanos);
  return typeof value === "number" ? Math.abs(value) : value instanceof Exact ? settle(value.abs()) : undefined;
}

function modulo(dividend: FeelNumber, divisor: FeelNumber): Value | undefined {
  if (divisor === 0) return undefined;
  if (typeof dividend === "number" && typeof divisor === "number") {
    const rest = dividend % divisor;
    return (rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest) + 0;
  }
  const quotient = divide(dividend, divisor);
  const product = quotient === null ? null : multiply(divisor, settle(exact(quotient).floor()) ?? 0);
  return product === null ? undefined : (subtract(dividend, product) ?? undefined);
}

export const numberFunctions = [
  rounding("decimal", 6, false),
  rounding("floor", 3, true),
  rounding("ceiling", 2, true),
  rounding("round up", 0, false),
  rounding("round down", 1, false),
  rounding("round half up", 4, false),
  rounding("round half down", 5, false),
  rounding("round half even", 6, false),
  define("abs", ["n: scalar"], ([n]) => absolute(n!)),
  define("modulo", ["dividend: number, divisor: number"], ([a, b]) => modulo(a as FeelNumber, b as FeelNumber), "number"),
  define("sqrt", ["number: number"], ([n]) => settle(exact(n as FeelNumber).sqrt()) ?? undefined, "number"),
  define("log", ["number: number"], ([n]) => settle(exact(n as FeelNumber).ln()) ?? undefined, "number"),
  define("exp", ["number: number"], ([n]) => settle(exact(n as FeelNumber).exp()) ?? undefined, "number"),
  define("odd", ["number: number"], ([n]) => isOdd(n as FeelNumber), "boolean"),
  define(
    "even",
    ["number: number"],
    ([n]) => {
      const odd = isOdd(n as FeelNumber);
      return odd === undefined ? undefined : !odd;
    },
    "boolean",
  ),
];
