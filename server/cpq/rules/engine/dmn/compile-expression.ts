/** Boxed expressions to code. */
import { callByName } from "../feel/compile-call.ts";
import { compile } from "../feel/compile.ts";
import { makeFunction } from "../feel/compile-context.ts";
import { domainOf, overLoops, overQuantified } from "../feel/compile-iteration.ts";
import { normalName, parseExpression } from "../feel/parse.ts";
import { type Code, entriesOf, namesIn, push, type Scope, withVariable } from "../feel/scope.ts";
import { externalOf } from "../functions/external.ts";
import { convert } from "../types/convert.ts";
import { any, type FeelType, typeText } from "../types/type.ts";
import { missing } from "../values/evaluation.ts";
import { shown } from "../values/text.ts";
import { isKind, isList, type Parameter, type Value } from "../values/value.ts";
import { compileTable } from "./compile-table.ts";
import { inferType } from "./infer-type.ts";
import { typeNamed } from "./item-types.ts";
import type { Expression, FunctionExpression } from "./model.ts";
import { RuleError } from "../rule-error.ts";

type Of<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

export const typesOfScope = (scope: Scope): ((name: string) => FeelType | undefined) =>
  scope.kind === "root" ? scope.types : typesOfScope(scope.up);

/** The value as the type wants it; null and a problem when it can be none. */
export function conformed(code: Code, type: FeelType, what: string): Code {
  if (type.kind === "any") return code;
  return (env) => {
    const value = code(env);
    if (value === null) return null;
    const converted = convert(value, type);
    return converted === undefined ? missing(env.run, `${what} is ${shown(value)}, which is no ${typeText(type)}`) : converted;
  };
}

/** FEEL text to code. A text that cannot be read has no value, and says so each time it is asked. */
export function compileText(text: string, scope: Scope): Code {
  if (text.trim() === "") return (env) => missing(env.run, "an expression is empty");
  try {
    return compile(parseExpression(text, namesIn(scope)), scope);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { message } = error;
    return (env) => missing(env.run, message, text);
  }
}

export function compileExpression(expression: Expression, scope: Scope, name: string): Code {
  const code = compileBare(expression, scope, name);
  return conformed(code, typeNamed(expression.kind === "function" ? undefined : expression.typeRef, typesOfScope(scope)), name);
}

function compileBare(expression: Expression, scope: Scope, name: string): Code {
  switch (expression.kind) {
    case "literal":
      return compileText(expression.text, scope);
    case "table":
      return compileTable(expression, scope, name);
    case "context":
      return compileBoxedContext(expression, scope);
    case "invocation":
      return compileInvocation(expression, scope, name);
    case "function":
      return compileBoxedFunction(expression, scope, name);
    case "relation": {
      const rows = expression.rows.map((row) => row.map((cell) => compileExpression(cell, scope, name)));
      const keys = expression.columns.map((column) => column.name);
      return (env) => rows.map((row) => new Map<string, Value>(keys.map((key, index) => [key, row[index]?.(env) ?? null])));
    }
    case "list": {
      const items = expression.items.map((item) => compileExpression(item, scope, name));
      return (env) => items.map((item) => item(env));
    }
    case "conditional": {
      const [condition, then, otherwise] = [expression.condition, expression.whenTrue, expression.whenFalse].map((each) =>
        compileExpression(each, scope, name),
      );
      return (env) => (condition!(env) === true ? then!(env) : otherwise!(env));
    }
    case "filter": {
      const list = compileExpression(expression.in, scope, name);
      const element: Scope = { kind: "element", up: scope, type: inferType(expression.in, scope) };
      const match = compileExpression(expression.match, element, name);
      return boxedFilter(list, match, name);
    }
    case "for":
    case "some":
    case "every":
      return compileIterator(expression, scope, name);
  }
}

/** A boxed match is a condition, never a position: anything else than true, false or null leaves no result at all. */
function boxedFilter(list: Code, match: Code, name: string): Code {
  return (env) => {
    const value = list(env);
    if (value === null) return missing(env.run, "there is no list to filter");
    const kept: Value[] = [];
    for (const element of isList(value) ? value : [value]) {
      const passed = match(push(env, element));
      if (passed === true) kept.push(element);
      else if (passed !== false && passed !== null)
        return missing(env.run, `${name}: the match is ${shown(passed)}, not true or false`);
    }
    return kept;
  };
}

function compileIterator(expression: Of<"for" | "some" | "every">, scope: Scope, name: string): Code {
  const variable = normalName(expression.variable);
  const list = conformed(compileExpression(expression.in, scope, name), typeNamed(expression.inType, typesOfScope(scope)), name);
  const inner = withVariable(scope, variable, elementType(inferType(expression.in, scope)));
  const loops = [{ name: variable, domain: (env: Parameters<Code>[0]) => domainOf(list(env)) }];
  if (expression.kind === "for")
    return overLoops(loops, compileExpression(expression.body, withVariable(inner, "partial"), name), name);
  return overQuantified(loops, compileExpression(expression.body, inner, name), expression.kind === "every", name);
}

const elementType = (type: FeelType): FeelType => {
  const entries = entriesOf(type);
  return entries.size > 0 ? { kind: "context", entries } : any;
};

function compileBoxedContext({ entries }: Of<"context">, scope: Scope): Code {
  const seen = new Map<string, FeelType>();
  const types = typesOfScope(scope);
  const compiled = entries.map(({ name, typeRef, value }) => {
    if (name !== undefined && value.kind === "function") seen.set(normalName(name), any);
    const inner: Scope = { kind: "record", up: scope, names: new Map(seen) };
    const code = conformed(
      compileExpression(value, inner, name ?? "result"),
      typeNamed(typeRef, types),
      `entry "${name ?? "result"}"`,
    );
    if (name !== undefined)
      seen.set(normalName(name), typeRef === undefined ? inferType(value, inner) : typeNamed(typeRef, types));
    return { name, code };
  });
  return (env) => {
    const made = new Map<string, Value>();
    const under = push(env, made);
    for (const { name, code } of compiled) {
      const value = code(under);
      if (name === undefined) return value;
      made.set(name, value);
    }
    return made;
  };
}

function compileInvocation({ callee, bindings }: Of<"invocation">, scope: Scope, name: string): Code {
  const target = compileExpression(callee, scope, name);
  const types = typesOfScope(scope);
  const args = bindings.map((binding) => ({
    name: normalName(binding.name),
    code: conformed(
      binding.value ? compileExpression(binding.value, scope, name) : () => null,
      typeNamed(binding.typeRef, types),
      `argument "${binding.name}"`,
    ),
  }));
  const calledName = callee.kind === "literal" ? callee.text.trim() : name;
  return (env) => {
    const called = target(env);
    if (!isKind(called, "function")) return missing(env.run, `${calledName} is no function`);
    return callByName(called, new Map(args.map(({ name: parameter, code }) => [parameter, code(env)])), env.run, calledName);
  };
}

export function compileBoxedFunction(definition: FunctionExpression, scope: Scope, name: string): Code {
  const types = typesOfScope(scope);
  const parameters: Parameter[] = definition.parameters.map((each) => ({
    name: normalName(each.name),
    type: typeNamed(each.typeRef, types),
    nullable: true,
  }));
  const { body } = definition;
  if (!body) return (env) => missing(env.run, `function ${name} has no body`);
  if (definition.language !== "FEEL") {
    const mapping = compileExpression(body, scope, name);
    return (env) => externalOf(mapping(env), parameters, any, env.run);
  }
  const inner = parameters.reduce((outer, parameter) => withVariable(outer, parameter.name, parameter.type), scope);
  const result = typeNamed(definition.typeRef, types);
  const code = conformed(compileExpression(body, inner, name), result.kind === "function" ? result.result : any, name);
  return (env) =>
    makeFunction(name, parameters, typeNamed(body.kind === "function" ? undefined : body.typeRef, types), code, env);
}
