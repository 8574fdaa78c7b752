/** How built-in functions are declared: their ways to be called as text, and what they answer. */
import { any, builtinType, type FeelType } from "../types/type.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { shown } from "../values/text.ts";
import type { FeelFunction, Parameter, Value } from "../values/value.ts";

/** Undefined: no value for these arguments, which is noted as a problem. Null is an answer. */
export type Body = (args: readonly Value[], run: Evaluation, signature: number) => Value | undefined;

/**
 * `"string: string, start position: number, length?: number"`: ? optional, |null may be null, ... any number of them.
 */
export function define(name: string, signatures: readonly string[], body: Body, result = "Any"): [string, FeelFunction] {
  return [
    name,
    {
      kind: "function",
      name,
      signatures: signatures.map(readSignature),
      result: typeNamed(result),
      invoke: (args, run, signature) => {
        const value = body(args, run, signature);
        return value === undefined ? missing(run, `${name} has no value for (${args.map(brief).join(", ")})`) : value;
      },
    },
  ];
}

const brief = (value: Value): string => {
  const text = shown(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

function readSignature(text: string): Parameter[] {
  if (text === "") return [];
  return text.split(", ").map((part) => {
    const [written = "", typeText = "Any"] = part.split(": ");
    const [type = "Any", nullable] = typeText.split("|");
    return {
      name: written.replace(/\.\.\.$|\?$/, ""),
      type: typeNamed(type),
      optional: written.endsWith("?"),
      variadic: written.endsWith("..."),
      nullable: nullable !== undefined,
    };
  });
}

const typeNamed = (name: string): FeelType =>
  name === "temporal" || name === "scalar" ? { kind: "some", name } : (builtinType(name) ?? any);
