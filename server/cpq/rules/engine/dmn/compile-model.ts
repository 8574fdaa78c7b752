/** Each element of a model to code, when it is first needed. */
import { type Code, rootScope, type Scope } from "../feel/scope.ts";
import { any, type FeelType } from "../types/type.ts";
import { missing } from "../values/evaluation.ts";
import { compileBoxedFunction, compileExpression } from "./compile-expression.ts";
import { inferType } from "./infer-type.ts";
import { typeNamed } from "./item-types.ts";
import { type Element, elementAt, type Linked } from "./link.ts";

/** An element another one builds on, and the name it has there: `name`, under the import `prefix` if it is of another model. */
export interface Need {
  readonly element: Element;
  readonly prefix: string | null;
}
export interface CompiledElement {
  readonly needs: readonly Need[];
  readonly code: Code;
  readonly type: FeelType;
  /** References that lead nowhere. */
  readonly lost: readonly string[];
}

const compiled = new WeakMap<Element, CompiledElement>();
const types = new WeakMap<Element, FeelType>();
const scopes = new WeakMap<Element, { scope: Scope; needs: Need[]; lost: string[] }>();

export function compiledOf(element: Element): CompiledElement {
  const known = compiled.get(element);
  if (known) return known;
  const { scope, needs, lost } = scopeOf(element);
  const made: CompiledElement = { needs, lost, type: typeOfElement(element), code: codeOf(element, scope) };
  compiled.set(element, made);
  return made;
}

function codeOf(element: Element, scope: Scope): Code {
  if (element.kind === "decision") {
    const { logic } = element.is;
    return logic
      ? compileExpression(logic, scope, element.is.name)
      : (env) => missing(env.run, `decision "${element.is.name}" has no logic`);
  }
  if (element.kind === "knowledge") {
    const { logic } = element.is;
    return logic
      ? compileBoxedFunction(logic, scope, element.is.name)
      : (env) => missing(env.run, `"${element.is.name}" has no logic`);
  }
  return () => null;
}

/** Only what an element requires is in its scope. */
function scopeOf(element: Element): { scope: Scope; needs: Need[]; lost: string[] } {
  const known = scopes.get(element);
  if (known) return known;
  const needs: Need[] = [];
  const lost: string[] = [];
  if (element.kind === "decision" || element.kind === "knowledge")
    for (const { href } of element.is.requirements) {
      const found = elementAt(href, element.owner);
      if (found) needs.push(found);
      else lost.push(href);
    }
  const made = { scope: rootScope(new Map(), element.owner.types), needs, lost };
  scopes.set(element, made);
  const names = new Map<string, FeelType>();
  for (const { element: needed, prefix } of needs)
    put(names, prefix, needed.name, needed === element ? any : typeOfElement(needed));
  made.scope = rootScope(names, element.owner.types);
  return made;
}

function put(names: Map<string, FeelType>, prefix: string | null, name: string, type: FeelType): void {
  if (prefix === null) {
    names.set(name, type);
    return;
  }
  const [first, ...rest] = prefix.split(".");
  const known = names.get(first!);
  const entries = new Map(known?.kind === "context" ? known.entries : []);
  put(entries, rest.length > 0 ? rest.join(".") : null, name, type);
  names.set(first!, { kind: "context", entries });
}

/** The declared type, or what the logic shows of it. */
export function typeOfElement(element: Element): FeelType {
  const known = types.get(element);
  if (known) return known;
  types.set(element, any); // seen again on the way: a circle, of which nothing is known
  const { owner } = element;
  let type = typeNamed(element.is.typeRef, owner.types);
  if (type.kind === "any" && (element.kind === "decision" || element.kind === "knowledge") && element.is.logic)
    type = inferType(element.is.logic, scopeOf(element).scope);
  types.set(element, type);
  return type;
}

export const declaredType = (element: Element, from: Linked = element.owner): FeelType =>
  typeNamed(element.is.typeRef, from.types);
