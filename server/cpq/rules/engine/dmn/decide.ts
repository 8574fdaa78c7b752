/** Deciding: values of elements, each worked out once per run, from what they require. */
import { guarded } from "../feel/compile-context.ts";
import { entryOf } from "../feel/names.ts";
import { normalName } from "../feel/parse.ts";
import type { Env } from "../feel/scope.ts";
import { convert } from "../types/convert.ts";
import { any, type FeelType, settleType, typeText } from "../types/type.ts";
import { type Evaluation, missing } from "../values/evaluation.ts";
import { shown } from "../values/text.ts";
import { type Context, isContext, type Value } from "../values/value.ts";
import { compiledOf, declaredType, type Need } from "./compile-model.ts";
import { type Element, elementAt, type Linked, pathsTo } from "./link.ts";

export interface Session {
  readonly main: Linked;
  readonly run: Evaluation;
  /** By name, those of imported models inside a context named like the import. */
  readonly inputs: Context;
  readonly values: Map<Element, Value>;
  readonly busy: Map<Element, ((value: Value) => void)[]>;
}

export const newSession = (main: Linked, inputs: Context, run: Evaluation): Session => ({
  main,
  run,
  inputs,
  values: new Map(),
  busy: new Map(),
});

export function valueOf(session: Session, element: Element): Value {
  const known = session.values.get(element);
  if (known !== undefined) return known;
  if (session.busy.has(element)) return missing(session.run, `${element.is.name} requires itself`);
  session.busy.set(element, []);
  const value = workOut(session, element);
  session.values.set(element, value);
  for (const tell of session.busy.get(element) ?? []) tell(value);
  session.busy.delete(element);
  return value;
}

function workOut(session: Session, element: Element): Value {
  const { run } = session;
  switch (element.kind) {
    case "input":
      return inputValue(session, element);
    case "service":
      return serviceFunction(session, element);
    case "knowledge": {
      const value = compiledOf(element).code(environment(session, element));
      return conformed(value, resultOnly(declaredType(element)), element, run);
    }
    case "decision": {
      if (!element.is.logic) {
        const given = lookUp(session, element);
        if (given !== undefined) return conformed(given, declaredType(element), element, run);
      }
      const env = environment(session, element);
      const where = run.where;
      run.where = `decision "${element.is.name}"`;
      for (const href of compiledOf(element).lost) missing(run, `it requires ${href}, which does not exist`);
      const value = conformed(compiledOf(element).code(env), declaredType(element), element, run);
      run.trace?.push({ step: "decision", name: element.is.name, value });
      run.where = where;
      return value;
    }
  }
}

/** A variable of business knowledge may be typed as the function or, in many files, as what it answers: only the first is a type of the value. */
const resultOnly = (type: FeelType): FeelType => (settleType(type).kind === "function" ? type : any);

function conformed(value: Value, type: FeelType, element: Element, run: Evaluation): Value {
  if (value === null || type.kind === "any") return value;
  const converted = convert(value, type);
  return converted === undefined
    ? missing(run, `"${element.is.name}" is ${shown(value)}, which is no ${typeText(type)}`)
    : converted;
}

function inputValue(session: Session, element: Element): Value {
  const given = lookUp(session, element);
  if (given === undefined) return missing(session.run, `the input "${element.is.name}" was not given`);
  return conformed(given, declaredType(element), element, session.run);
}

/** An input of an imported model is looked for inside a context named like the import, as `import.name`, and by its bare name. */
function lookUp({ inputs, main }: Session, element: Element): Value | undefined {
  for (const path of pathsTo(element.owner, main)) {
    let at: Value | undefined = inputs;
    for (const name of path) at = at !== undefined && isContext(at) ? entryOf(at, name) : undefined;
    const nested = at !== undefined && isContext(at) ? entryOf(at, element.is.name) : undefined;
    const found = nested ?? inputs.get([...path, element.is.name].join("."));
    if (found !== undefined) return found;
  }
  return entryOf(inputs, element.is.name);
}

/** What an element sees: the values of what it requires, by name. */
function environment(session: Session, element: Element): Env {
  const seen = new Map<string, Value>();
  for (const need of compiledOf(element).needs) {
    const { element: needed } = need;
    const waiting = needed.kind === "knowledge" ? session.busy.get(needed) : undefined;
    if (waiting) waiting.push((value) => place(seen, need, value));
    else place(seen, need, valueOf(session, needed));
  }
  return { up: null, value: seen, run: session.run };
}

function place(seen: Map<string, Value>, { element, prefix }: Need, value: Value): void {
  let at = seen;
  for (const name of prefix === null ? [] : prefix.split(".")) {
    const inner = at.get(name);
    const next = inner instanceof Map ? (inner as Map<string, Value>) : new Map<string, Value>();
    at.set(name, next);
    at = next;
  }
  at.set(prefix === null ? element.name : element.is.name, value);
}

/** A decision service as a function of its input data, then its input decisions. */
function serviceFunction(session: Session, element: Extract<Element, { kind: "service" }>): Value {
  const inputs = [...element.is.inputs, ...element.is.inputDecisions].flatMap((href) => elementAt(href, element.owner) ?? []);
  const parameters = inputs.map(({ element: input }) => ({ name: input.name, type: declaredType(input), nullable: true }));
  return {
    kind: "function",
    name: element.is.name,
    signatures: [parameters],
    result: declaredType(element),
    invoke: (args, run) =>
      guarded(element.is.name, run, () => {
        const inner: Session = { ...session, run, inputs: new Map(), values: new Map(), busy: new Map() };
        for (const [index, { element: input }] of inputs.entries()) inner.values.set(input, args[index] ?? null);
        return serviceValue(inner, element);
      }),
  };
}

/** What a service answers: its one output decision, or a context of them all. */
export function serviceValue(session: Session, element: Extract<Element, { kind: "service" }>): Value {
  const outputs = element.is.outputs.flatMap((href) => elementAt(href, element.owner) ?? []);
  if (outputs.length === 0) return missing(session.run, `service "${element.is.name}" has no output decision`);
  const values = outputs.map(({ element: output }) => [output.is.name, valueOf(session, output)] as const);
  const value: Value = values.length === 1 ? values[0]![1] : new Map(values);
  session.run.trace?.push({ step: "service", name: element.is.name, value });
  return conformed(value, declaredType(element), element, session.run);
}

/** Inputs of a service called from outside: by name, taking the place of its input data and input decisions. */
export function serviceFromInputs(session: Session, element: Extract<Element, { kind: "service" }>): Value {
  for (const href of element.is.inputDecisions) {
    const found = elementAt(href, element.owner);
    const given = found && entryOf(session.inputs, found.element.is.name);
    if (found && given !== undefined)
      session.values.set(found.element, conformed(given, declaredType(found.element), found.element, session.run));
    else if (found) session.values.set(found.element, missing(session.run, `the input "${found.element.is.name}" was not given`));
  }
  return serviceValue(session, element);
}

/** The element of that name: one of the model itself before one of an import (`import.name`). */
export function elementNamed(main: Linked, name: string, kind: Element["kind"]): Element | undefined {
  const wanted = normalName(name);
  for (const element of main.byId.values())
    if (element.kind === kind && (element.name === wanted || element.is.id === name)) return element;
  for (const [prefix, linked] of main.imports) {
    const inner = prefix === "" ? name : name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : undefined;
    const found = inner === undefined ? undefined : elementNamed(linked, inner, kind);
    if (found) return found;
  }
  return undefined;
}
