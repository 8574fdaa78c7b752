/** for, some, every and filters. */
import { any, type FeelType, settleType } from "../types/type.ts";
import { compareValues } from "../values/compare.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { dateOfDayNumber, dayNumber } from "../values/calendar.ts";
import { add, isNumber, whole } from "../values/number.ts";
import { shown } from "../values/text.ts";
import { isKind, isList, type List, type Value } from "../values/value.ts";
import { compile } from "./compile.ts";
import { type Code, type Env, push, type Scope, withVariable } from "./scope.ts";
import type { Iteration, Syntax } from "./syntax.ts";

type Of<K extends Syntax["kind"]> = Extract<Syntax, { kind: K }>;
const mostSteps = 10_000_000;

/** What an iteration goes through: a list, a range of whole steps, or a single value. Null: nothing to go through. */
export function domainOf(value: Value): List | null {
  if (value === null) return null;
  if (isList(value)) return value;
  if (isKind(value, "range")) {
    if (value.start === null || value.end === null) return null;
    const steps = stepsBetween(value.start, value.end);
    if (!steps) return null;
    const first = value.startIncluded ? 0 : 1;
    return steps.slice(first, value.endIncluded ? undefined : Math.max(first, steps.length - 1));
  }
  return [value];
}

/** a..b upwards or downwards, by ones or by days. */
export function stepsBetween(from: Value, to: Value): List | null {
  if (isNumber(from) && isNumber(to)) {
    const direction = compareValues(from, to)! <= 0 ? 1 : -1;
    const steps: Value[] = [];
    let at: Value = from;
    while (isNumber(at) && compareValues(at, to)! * direction <= 0) {
      steps.push(at);
      at = add(at, direction);
      if (steps.length > mostSteps) return null;
    }
    return steps;
  }
  if (isKind(from, "date") && isKind(to, "date")) {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (Math.abs(last - first) > mostSteps) return null;
    const direction = first <= last ? 1 : -1;
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => dateOfDayNumber(first + index * direction));
  }
  return null;
}

interface Loop {
  domain: (env: Env) => List | null;
  name: string;
}

function compileLoops(iterations: readonly Iteration[], outer: Scope): { loops: Loop[]; scope: Scope } {
  let scope = outer;
  const loops: Loop[] = [];
  for (const { name, from, to } of iterations) {
    const start = compile(from, scope);
    if (to) {
      const end = compile(to, scope);
      loops.push({ name, domain: (env) => stepsBetween(start(env), end(env)) });
    } else loops.push({ name, domain: (env) => domainOf(start(env)) });
    scope = withVariable(scope, name);
  }
  return { loops, scope };
}

/** Calls the body for every combination, the last loop turning fastest. False when a loop has nothing to go through, or the body said stop. */
function turn(loops: readonly Loop[], at: number, env: Env, body: (env: Env) => boolean): "all" | "stopped" | "no domain" {
  const loop = loops[at];
  if (!loop) return body(env) ? "all" : "stopped";
  const domain = loop.domain(env);
  if (domain === null) return "no domain";
  for (const value of domain) {
    const end = turn(loops, at + 1, push(env, value), body);
    if (end !== "all") return end;
  }
  return "all";
}

const noDomain = (run: Evaluation, text: string): null => missing(run, "there is no list or range to go through", text);

export function compileFor({ iterations, body, text }: Of<"for">, outer: Scope): Code {
  const { loops, scope } = compileLoops(iterations, outer);
  return overLoops(loops, compile(body, withVariable(scope, "partial")), text);
}

/** All answers in order; each step sees those before it as `partial`. */
export function overLoops(loops: readonly Loop[], body: Code, text: string): Code {
  return (env) => {
    const results: Value[] = [];
    const end = turn(loops, 0, env, (inner) => {
      results.push(body(push(inner, results)));
      return true;
    });
    return end === "no domain" ? noDomain(env.run, text) : results;
  };
}

export function compileQuantified({ every, iterations, body, text }: Of<"quantified">, outer: Scope): Code {
  const { loops, scope } = compileLoops(iterations, outer);
  return overQuantified(loops, compile(body, scope), every, text);
}

/** Three-valued like a chain of `and` (every) or `or` (some). */
export function overQuantified(loops: readonly Loop[], body: Code, every: boolean, text: string): Code {
  return (env) => {
    let unknown = false;
    const end = turn(loops, 0, env, (inner) => {
      const passed = body(inner);
      if (passed !== true && passed !== false) unknown = true;
      return passed !== !every;
    });
    if (end === "no domain") return noDomain(env.run, text);
    if (end === "stopped") return !every;
    return unknown ? missing(env.run, "a condition is neither true nor false", text) : every;
  };
}

const elementOf = (written: FeelType): FeelType => {
  const type = settleType(written);
  return type.kind === "list" ? type.of : any;
};

export function compileFilter({ of, by, text }: Of<"filter">, scope: Scope): Code {
  const list = compile(of, scope);
  if (by.kind === "literal" && isNumber(by.value)) {
    const { value } = by;
    return (env) => pick(list(env), value, env.run, text);
  }
  return overFilter(list, compile(by, { kind: "element", up: scope, type: elementOf(any) }), text);
}

/** The elements the condition holds for; or, when it is a number, the element at that place. */
export function overFilter(list: Code, by: Code, text: string): Code {
  return (env) => {
    const value = list(env);
    if (value === null) return missing(env.run, "there is no list to filter", text);
    const elements = isList(value) ? value : [value];
    if (elements.length === 0) {
      const before = env.run.problems.length;
      const index = by(push(env, null));
      env.run.problems.length = Math.min(before, env.run.problems.length);
      return isNumber(index) ? pick(elements, index, env.run, text) : [];
    }
    const kept: Value[] = [];
    for (const [index, element] of elements.entries()) {
      const passed = by(push(env, element));
      if (index === 0 && isNumber(passed)) return pick(elements, passed, env.run, text);
      if (passed === true) kept.push(element);
    }
    return kept;
  };
}

/** Counted from 1, or from the end with a minus. */
function pick(value: Value, index: Value, run: Evaluation, text: string): Value {
  if (value === null) return missing(run, "there is no list to take from", text);
  const elements = isList(value) ? value : [value];
  const place = isNumber(index) ? whole(index) : null;
  const found = place === null || place === 0 ? undefined : elements.at(place > 0 ? place - 1 : place);
  if (found === undefined || place! < -elements.length)
    return missing(run, `the list of ${elements.length} has no element ${shown(index)}`, text);
  return found;
}
