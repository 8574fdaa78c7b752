/** Unary tests: what stands in the cells of decision tables and behind `in` (DMN 10.3.2.8). */
import { equals, within } from "../values/compare.ts";
import { isKind, isList, kindOf, type Value } from "../values/value.ts";
import { compareBy, compile } from "./compile.ts";
import { type Env, push, type Scope, withVariable } from "./scope.ts";
import type { Syntax, UnaryTests } from "./syntax.ts";

/** Whether a value passes; null: cannot be told. The environment already holds the value as `?`. */
export type Test = (env: Env, value: Value) => boolean | null;

/** One positive test, in a scope whose innermost name is `?`. */
export function compileTest(syntax: Syntax, scope: Scope): Test {
  if (syntax.kind === "unary") {
    const operand = compile(syntax.operand, scope);
    return (env, value) => compareBy(syntax.sign, value, operand(env), env.run, `${syntax.sign} ${syntax.operand.text}`);
  }
  const code = compile(syntax, scope);
  if (mentionsInput(syntax)) {
    return (env, value) => {
      const result = code(env);
      return typeof result === "boolean" ? result : result === null ? null : matches(value, result);
    };
  }
  if (syntax.kind === "interval") {
    return (env, value) => {
      const range = code(env);
      return range === null ? null : matches(value, range);
    };
  }
  return (env, value) => matches(value, code(env));
}

/** A value passes a test that is a value when it equals it, lies in it, or is one of it. */
export function matches(value: Value, test: Value): boolean | null {
  if (isList(test)) {
    if (isList(value) && equals(value, test) === true) return true;
    return test.some((each) => (isList(each) && !isList(value) ? equals(value, each) === true : matches(value, each) === true));
  }
  if (isKind(test, "range")) {
    if (isKind(value, "range")) return equals(value, test);
    const inside = within(value, test);
    return inside ?? (isList(value) && value.length === 1 ? within(value[0]!, test) : null);
  }
  const same = equals(value, test);
  return same === null && typeof test === "boolean" && kindOf(value) !== "boolean" ? test : same;
}

/** All tests of a cell, over a scope without `?`. */
export function compileTests(tests: UnaryTests, scope: Scope): (env: Env, value: Value) => boolean {
  if (tests.kind === "any") return () => true;
  const inner = withVariable(scope, "?");
  const checks = tests.tests.map((test) => compileTest(test, inner));
  if (checks.length === 1 && !tests.negated) {
    const [only] = checks;
    return (env, value) => only!(push(env, value), value) === true;
  }
  return (env, value) => {
    const under = push(env, value);
    const passed = checks.map((check) => check(under, value));
    if (!tests.negated) return passed.includes(true);
    return passed.every((each) => each === false);
  };
}

function mentionsInput(syntax: unknown): boolean {
  if (Array.isArray(syntax)) return syntax.some(mentionsInput);
  if (syntax === null || typeof syntax !== "object") return false;
  if ((syntax as { kind?: string }).kind === "input") return true;
  return Object.values(syntax).some(mentionsInput);
}
