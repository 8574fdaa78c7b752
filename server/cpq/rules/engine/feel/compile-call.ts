/** Calls of functions, with arguments in order or by name. */
import { convert } from "../types/convert.ts";
import { typeText } from "../types/type.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { shown } from "../values/text.ts";
import { type FeelFunction, isKind, isList, type Parameter, type Value } from "../values/value.ts";
import { compile } from "./compile.ts";
import type { Code, Scope } from "./scope.ts";
import type { Syntax } from "./syntax.ts";

type Call = Extract<Syntax, { kind: "call" }>;

export function compileCall({ callee, args, text }: Call, scope: Scope): Code {
  const target = compile(callee, scope);
  const values = args.map(({ value }) => compile(value, scope));
  const names = args.map(({ name }) => name);
  if (names.some((name) => name !== undefined)) {
    return (env) => {
      const called = target(env);
      const given = new Map(values.map((value, index) => [names[index] ?? "", value(env)]));
      if (!isKind(called, "function")) return missing(env.run, `${callee.text} is no function`, text);
      return given.size < values.length
        ? missing(env.run, `${callee.text} is given the same argument twice`, text)
        : callByName(called, given, env.run, text);
    };
  }
  return (env) => {
    const called = target(env);
    if (!isKind(called, "function")) return missing(env.run, `${callee.text} is no function`, text);
    return callInOrder(
      called,
      values.map((value) => value(env)),
      env.run,
      text,
    );
  };
}

export function callInOrder(called: FeelFunction, args: readonly Value[], run: Evaluation, text: string): Value {
  let reason = "";
  for (const [index, parameters] of called.signatures.entries()) {
    const least = Math.max(parameters.filter((each) => !each.optional && !each.variadic).length, parameters[0]?.variadic ? 1 : 0);
    if (args.length < least || (args.length > parameters.length && !parameters.at(-1)?.variadic)) {
      reason ||= `takes ${parameters.length} argument${parameters.length === 1 ? "" : "s"}, not ${args.length}`;
      continue;
    }
    const fitted = fit(parameters, args);
    if (typeof fitted !== "string") return called.invoke(fitted, run, index);
    reason = fitted;
  }
  return missing(run, `${called.name} ${reason}`, text);
}

export function callByName(called: FeelFunction, given: ReadonlyMap<string, Value>, run: Evaluation, text: string): Value {
  let reason = "";
  for (const [index, parameters] of called.signatures.entries()) {
    const stranger = [...given.keys()].find((name) => !parameters.some((each) => each.name === name));
    if (stranger !== undefined) {
      reason ||= `has no parameter "${stranger}"`;
      continue;
    }
    let args: (Value | undefined)[] = parameters.map(({ name }) => given.get(name));
    while (args.length > 0 && args.at(-1) === undefined && parameters[args.length - 1]!.optional) args.pop();
    if (parameters.at(-1)?.variadic && isList(args.at(-1) ?? null)) args = [...args.slice(0, -1), ...(args.at(-1) as Value[])];
    const fitted = fit(
      parameters,
      args.map((each) => each ?? null),
    );
    if (typeof fitted !== "string") return called.invoke(fitted, run, index);
    reason = fitted;
  }
  return missing(run, `${called.name} ${reason}`, text);
}

/** The arguments as the parameters want them, or why they cannot be. */
function fit(parameters: readonly Parameter[], args: readonly Value[]): Value[] | string {
  const fitted: Value[] = [];
  for (const [index, given] of args.entries()) {
    const parameter = parameters[Math.min(index, parameters.length - 1)]!;
    if (given === null) {
      if (!parameter.nullable) return `needs "${parameter.name}", which is null`;
      fitted.push(null);
      continue;
    }
    const value = parameter.type.kind === "any" ? given : convert(given, parameter.type);
    if (value === undefined) return `needs "${parameter.name}" to be ${typeText(parameter.type)}, not ${shown(given)}`;
    fitted.push(value);
  }
  return fitted;
}
