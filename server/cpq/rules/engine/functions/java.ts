/**
 * The static methods of java.lang that DMN files call as external functions, by class and signature, worked out here:
 * no Java runs. Undefined for a class, method or signature that is not among them, and for arguments that do not fit.
 */
import {
  compareNumbers,
  exact,
  type FeelNumber,
  fromJsNumber,
  isNumber,
  numberText,
  parseNumber,
  settle,
} from "../values/number.ts";
import { textOf } from "../values/text.ts";
import type { Value } from "../values/value.ts";

const text = "java.lang.String";
/** Least and greatest of the whole types; double and float take any number. */
const wholeLimits: Record<string, number> = { byte: 7, short: 15, int: 31, long: 63 };
const numeric = ["double", "float", "int", "long", "short", "byte"];
const boxes: Record<string, string> = {
  "java.lang.Byte": "byte",
  "java.lang.Short": "short",
  "java.lang.Integer": "int",
  "java.lang.Long": "long",
  "java.lang.Float": "float",
  "java.lang.Double": "double",
};
const ofDouble: Record<string, (value: number) => number> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  ceil: Math.ceil,
  cos: Math.cos,
  exp: Math.exp,
  floor: Math.floor,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
};

export function callJava(className: string, signature: string, given: readonly Value[]): Value | undefined {
  const parts = /^(\w+)\(([^)]*)\)$/.exec(signature.replaceAll(/\s/g, ""));
  if (!parts) return undefined;
  const [method = "", list = ""] = [parts[1], parts[2]];
  const types = list === "" ? [] : list.split(",");
  if (className === text && method === "format" && list === `${text},[Ljava.lang.Object;`) return format(given);
  if (given.length !== types.length || !given.every((value, index) => fits(value, types[index]!))) return undefined;
  if (className === "java.lang.Math") return ofMath(method, types, given as FeelNumber[]);
  if (className === text && method === "valueOf") return textOf(given[0]!);
  const box = boxes[className];
  if (!box || method !== "valueOf" || types.length !== 1) return undefined;
  if (types[0] === box) return given[0];
  const parsed = types[0] === text ? parseNumber(given[0] as string) : null;
  return parsed !== null && fits(parsed, box) ? parsed : undefined;
}

function fits(value: Value, type: string): boolean {
  if (type === text) return typeof value === "string";
  if (type === "char") return typeof value === "string" && value.length === 1;
  if (type === "boolean") return typeof value === "boolean";
  if (!numeric.includes(type) || !isNumber(value)) return false;
  const bits = wholeLimits[type];
  if (bits === undefined) return true;
  const number = exact(value);
  const limit = exact(2).pow(bits);
  return number.isInteger() && number.gte(limit.negated()) && number.lt(limit);
}

function ofMath(method: string, types: readonly string[], given: readonly FeelNumber[]): Value | undefined {
  const [a, b] = given;
  const ofOne = types.every((type) => type === types[0]) && numeric.slice(0, 4).includes(types[0] ?? "");
  if (!ofOne || a === undefined) return undefined;
  if (types.length === 2 && b !== undefined) {
    if (method === "max") return compareNumbers(a, b) < 0 ? b : a;
    if (method === "min") return compareNumbers(a, b) > 0 ? b : a;
    return method === "pow" && types[0] === "double"
      ? (fromJsNumber(Number(numberText(a)) ** Number(numberText(b))) ?? undefined)
      : undefined;
  }
  if (types.length !== 1) return undefined;
  if (method === "abs") return settle(exact(a).abs()) ?? undefined;
  const body = types[0] === "double" && Object.hasOwn(ofDouble, method) ? ofDouble[method] : undefined;
  return body && (fromJsNumber(body(Number(numberText(a)))) ?? undefined);
}

/** %s, %d and %% with the arguments in order. */
function format([pattern, ...rest]: readonly Value[]): Value | undefined {
  if (typeof pattern !== "string") return undefined;
  const values = rest.length === 1 && Array.isArray(rest[0]) ? (rest[0] as readonly Value[]) : rest;
  let at = 0;
  let complete = true;
  const made = pattern.replaceAll(/%(.)/g, (_, code: string) => {
    if (code === "%") return "%";
    const value = values[at++];
    if (value === undefined || (code !== "s" && !(code === "d" && typeof value === "number"))) complete = false;
    return textOf(value ?? null);
  });
  return complete ? made : undefined;
}
