import { isSame } from "../values/compare.ts";
import type { List, Value } from "../values/value.ts";
import { define } from "./define.ts";

/** Three-valued over a list or over arguments: one `decisive` element decides, an unknown one leaves it open. */
function fold(args: readonly Value[], signature: number, decisive: boolean): Value | undefined {
  const elements = signature === 0 ? (args[0] as List) : args;
  if (elements.includes(decisive)) return decisive;
  return elements.every((each) => each === !decisive) ? !decisive : undefined;
}

const overList = ["list: list", "b...: Any|null"];

export const logicFunctions = [
  define("not", ["negand: boolean|null"], ([value]) => (typeof value === "boolean" ? !value : undefined), "boolean"),
  define("all", overList, (args, _, signature) => fold(args, signature, false), "boolean"),
  define("any", overList, (args, _, signature) => fold(args, signature, true), "boolean"),
  define("and", overList, (args, _, signature) => fold(args, signature, false), "boolean"),
  define("or", overList, (args, _, signature) => fold(args, signature, true), "boolean"),
  define("is", ["value1: Any|null, value2: Any|null"], ([a, b]) => isSame(a!, b!), "boolean"),
];
