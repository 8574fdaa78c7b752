/** Contexts and functions written in FEEL. */
import { any, type FeelType } from "../types/type.ts";
import { deepest, type Evaluation, missing } from "../values/evaluation.ts";
import type { FeelFunction, Parameter, Value } from "../values/value.ts";
import { compile } from "./compile.ts";
import { normalName } from "./parse.ts";
import { type Code, type Env, push, resolveType, type Scope, withVariable } from "./scope.ts";
import type { Syntax } from "./syntax.ts";
import { externalOf } from "../functions/external.ts";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { kind: K }>;

export function compileContext({ entries, text }: Of<"context">, scope: Scope): Code {
  const seen = new Map<string, FeelType>();
  const compiled = entries.map(({ key, value }) => {
    if (value.kind === "function") seen.set(normalName(key), any);
    const code = compile(value, { kind: "record", up: scope, names: new Map(seen) });
    seen.set(normalName(key), any);
    return { key, code };
  });
  const doubled = new Set(entries.map(({ key }) => normalName(key))).size < entries.length;
  if (doubled) return (env) => missing(env.run, "a context cannot hold the same name twice", text);
  return (env) => {
    const made = new Map<string, Value>();
    const under = push(env, made);
    for (const { key, code } of compiled) made.set(key, code(under));
    return made;
  };
}

export function compileFunction(syntax: Of<"function">, scope: Scope): Code {
  const unknown = syntax.parameters.find(({ type }) => type && !resolveType(type, scope));
  if (unknown) return (env) => missing(env.run, `parameter "${unknown.name}" has a type that does not exist`, syntax.text);
  const parameters: Parameter[] = syntax.parameters.map(({ name, type }) => ({
    name,
    type: (type && resolveType(type, scope)) || any,
    nullable: true,
  }));
  if (syntax.external) {
    const mapping = compile(syntax.body, scope);
    return (env) => externalOf(mapping(env), parameters, any, env.run);
  }
  const body = compile(
    syntax.body,
    parameters.reduce((inner, { name, type }) => withVariable(inner, name, type), scope),
  );
  return (env) => makeFunction("(unnamed)", parameters, any, body, env);
}

/** A function whose body runs in the environment it was made in, under its arguments. */
export function makeFunction(
  name: string,
  parameters: readonly Parameter[],
  result: FeelType,
  body: Code,
  env: Env,
): FeelFunction {
  return {
    kind: "function",
    name,
    signatures: [parameters],
    result,
    invoke: (args, run) => {
      let inner: Env = { up: env.up, value: env.value, run };
      for (const [index] of parameters.entries()) inner = push(inner, args[index] ?? null);
      return guarded(name, run, () => body(inner));
    },
  };
}

/** Runs something that may call itself, up to a depth. */
export function guarded(name: string, run: Evaluation, body: () => Value): Value {
  if (run.depth >= deepest) return missing(run, `${name} calls itself more than ${deepest} times deep`);
  run.depth++;
  try {
    return body();
  } finally {
    run.depth--;
  }
}
