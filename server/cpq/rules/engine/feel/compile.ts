/** Syntax trees to closures: one function per node, names already found where that is possible. */
import { conforms } from "../types/type.ts";
import { equals, compareValues } from "../values/compare.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { parseAtLiteral } from "../values/parse-temporal.ts";
import { shown } from "../values/text.ts";
import { kindOf, type Value } from "../values/value.ts";
import { compileCall } from "./compile-call.ts";
import { compileFilter, compileFor, compileQuantified } from "./compile-iteration.ts";
import { compileContext, compileFunction } from "./compile-context.ts";
import { compileTest } from "./compile-test.ts";
import { compileName } from "./names.ts";
import { calculate, negated } from "./operators.ts";
import { follow } from "./paths.ts";
import { type Code, push, resolveType, type Scope, withVariable } from "./scope.ts";
import type { CompareSign, Syntax } from "./syntax.ts";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { kind: K }>;

export function compile(syntax: Syntax, scope: Scope): Code {
  switch (syntax.kind) {
    case "literal": {
      const { value } = syntax;
      return () => value;
    }
    case "at": {
      const value = parseAtLiteral(syntax.literal);
      return value === null
        ? (env) => missing(env.run, `"${syntax.literal}" is no date, time or duration`, syntax.text)
        : () => value;
    }
    case "name":
      return compileName(syntax.name, scope, syntax.text);
    case "input":
      return compileName("?", scope, syntax.text);
    case "path":
      return compilePath(syntax, scope);
    case "filter":
      return compileFilter(syntax, scope);
    case "call":
      return compileCall(syntax, scope);
    case "arithmetic":
      return compileArithmetic(syntax, scope);
    case "negate": {
      const of = compile(syntax.of, scope);
      return (env) => {
        const value = of(env);
        return negated(value) ?? missing(env.run, `${shown(value)} has no negative`, syntax.text);
      };
    }
    case "compare":
      return compileCompare(syntax, scope);
    case "between":
      return compileBetween(syntax, scope);
    case "in":
      return compileIn(syntax, scope);
    case "and":
      return compileAnd(syntax, scope);
    case "or":
      return compileOr(syntax, scope);
    case "if": {
      const [condition, then, otherwise] = [syntax.condition, syntax.whenTrue, syntax.whenFalse].map((each) =>
        compile(each, scope),
      );
      return (env) => (condition!(env) === true ? then!(env) : otherwise!(env));
    }
    case "for":
      return compileFor(syntax, scope);
    case "quantified":
      return compileQuantified(syntax, scope);
    case "instance":
      return compileInstance(syntax, scope);
    case "list": {
      const items = syntax.items.map((each) => compile(each, scope));
      return (env) => items.map((item) => item(env));
    }
    case "context":
      return compileContext(syntax, scope);
    case "function":
      return compileFunction(syntax, scope);
    case "interval":
      return compileInterval(syntax, scope);
    case "unary":
      return compileUnaryRange(syntax, scope);
  }
}

function compilePath(syntax: Of<"path">, scope: Scope): Code {
  const of = compile(syntax.of, scope);
  const { name, text } = syntax;
  return (env) => {
    const value = of(env);
    const found = follow(value, name);
    if (found !== undefined) return found;
    return missing(
      env.run,
      value === null ? `there is nothing to take "${name}" from` : `${shown(value)} has no "${name}"`,
      text,
    );
  };
}

function compileArithmetic({ sign, left, right, text }: Of<"arithmetic">, scope: Scope): Code {
  const [a, b] = [compile(left, scope), compile(right, scope)];
  return (env) => {
    const [x, y] = [a(env), b(env)];
    const result = calculate(sign, x, y);
    return result === undefined || result === null
      ? missing(env.run, `${shown(x)} ${sign} ${shown(y)} has no value`, text)
      : result;
  };
}

const holds: Record<Exclude<CompareSign, "=" | "!=">, (order: number) => boolean> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** One comparison: null (and a problem) when the two cannot be compared. */
export function compareBy(sign: CompareSign, a: Value, b: Value, run: Evaluation, text: string): boolean | null {
  if (sign === "=" || sign === "!=") {
    const same = equals(a, b);
    return same === null
      ? missing(run, `${shown(a)} (${kindOf(a)}) and ${shown(b)} (${kindOf(b)}) are of different kinds`, text)
      : same === (sign === "=");
  }
  const order = compareValues(a, b);
  return order === null ? missing(run, `${shown(a)} and ${shown(b)} have no order`, text) : holds[sign](order);
}

function compileCompare({ sign, left, right, text }: Of<"compare">, scope: Scope): Code {
  const [a, b] = [compile(left, scope), compile(right, scope)];
  return (env) => compareBy(sign, a(env), b(env), env.run, text);
}

function compileBetween({ of, low, high, text }: Of<"between">, scope: Scope): Code {
  const [value, from, to] = [of, low, high].map((each) => compile(each, scope));
  return (env) => {
    const x = value!(env);
    return both(compareBy(">=", x, from!(env), env.run, text), compareBy("<=", x, to!(env), env.run, text));
  };
}

const both = (a: Value, b: Value): boolean | null =>
  a === false || b === false ? false : a === true && b === true ? true : null;

/** Three-valued: false decides whatever the other side is. */
function compileAnd({ left, right, text }: Of<"and">, scope: Scope): Code {
  const [a, b] = [compile(left, scope), compile(right, scope)];
  return (env) => {
    const x = a(env);
    if (x === false) return false;
    const y = b(env);
    return y === false
      ? false
      : x === true && y === true
        ? true
        : missing(env.run, `${shown(x)} and ${shown(y)} is neither true nor false`, text);
  };
}

function compileOr({ left, right, text }: Of<"or">, scope: Scope): Code {
  const [a, b] = [compile(left, scope), compile(right, scope)];
  return (env) => {
    const x = a(env);
    if (x === true) return true;
    const y = b(env);
    return y === true
      ? true
      : x === false && y === false
        ? false
        : missing(env.run, `${shown(x)} or ${shown(y)} is neither true nor false`, text);
  };
}

function compileIn({ of, tests, text }: Of<"in">, scope: Scope): Code {
  const value = compile(of, scope);
  const inner = withVariable(scope, "?");
  const checks = tests.map((test) => compileTest(test, inner));
  return (env) => {
    const x = value(env);
    const under = push(env, x);
    let unknown = false;
    for (const check of checks) {
      const passed = check(under, x);
      if (passed === true) return true;
      if (passed === null) unknown = true;
    }
    return unknown ? missing(env.run, `${shown(x)} cannot be tested`, text) : false;
  };
}

function compileInstance({ of, type, text }: Of<"instance">, scope: Scope): Code {
  const value = compile(of, scope);
  const resolved = resolveType(type, scope);
  return resolved ? (env) => conforms(value(env), resolved, true) : (env) => missing(env.run, "there is no such type", text);
}

function compileInterval(syntax: Of<"interval">, scope: Scope): Code {
  const { startIncluded, endIncluded, text } = syntax;
  const [from, to] = [compile(syntax.start, scope), compile(syntax.end, scope)];
  return (env) => {
    const [start, end] = [from(env), to(env)];
    if (start === null || end === null) return missing(env.run, "a range needs both its ends", text);
    if (kindOf(start) !== kindOf(end) || compareValues(start, end) === null)
      return missing(env.run, `${shown(start)} and ${shown(end)} have no order`, text);
    return { kind: "range", start, startIncluded, end, endIncluded };
  };
}

/** (> 5) as a value: the range of all that is above 5. */
function compileUnaryRange({ sign, operand, text }: Of<"unary">, scope: Scope): Code {
  const limit = compile(operand, scope);
  return (env) => {
    const at = limit(env);
    if (at === null || sign === "!=") return missing(env.run, "this test is no range", text);
    if (sign === "=") return { kind: "range", start: at, startIncluded: true, end: at, endIncluded: true };
    return sign.startsWith(">")
      ? { kind: "range", start: at, startIncluded: sign === ">=", end: null, endIncluded: false }
      : { kind: "range", start: null, startIncluded: false, end: at, endIncluded: sign === "<=" };
  };
}
