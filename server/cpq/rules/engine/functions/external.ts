import type { FeelType } from "../types/type.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { textOf } from "../values/text.ts";
import { type Context, isContext, type Parameter, type Value } from "../values/value.ts";
import { callJava } from "./java.ts";

/** A function that stands outside of FEEL: a static method of java.lang where we know it, else one that has no value and says so. */
export function externalOf(mapping: Value, parameters: readonly Parameter[], result: FeelType, run: Evaluation): Value {
  if (mapping === null || !isContext(mapping)) return missing(run, "an external function needs to say what it calls");
  const name = `external ${textOf(mapping)}`;
  const inner = mapping.get("java") ?? mapping;
  const [className, signature] = isContext(inner) ? [textAt(inner, "class"), textAt(inner, "method signature")] : [];
  return {
    kind: "function",
    name,
    signatures: [parameters],
    result,
    invoke: (args, now) => {
      const value = className !== undefined && signature !== undefined ? callJava(className, signature, args) : undefined;
      return value === undefined
        ? missing(now, `${name} cannot be called: this engine runs no foreign code and knows no such method`)
        : value;
    },
  };
}

function textAt(context: Context, key: string): string | undefined {
  const value = context.get(key);
  return typeof value === "string" ? value : undefined;
}
