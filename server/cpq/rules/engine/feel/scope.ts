/** Where names are looked up: at compile time a chain of scopes, at run time a chain of environments of the same shape. */
import { any, builtinType, type FeelType, listOf, settleType } from "../types/type.ts";
import type { Evaluation } from "../values/evaluation.ts";
import type { Value } from "../values/value.ts";
import type { Names } from "./parse.ts";
import type { TypeSyntax } from "./syntax.ts";

export interface Env {
  readonly up: Env | null;
  readonly value: Value;
  readonly run: Evaluation;
}
export type Code = (env: Env) => Value;

export type Scope =
  /** What comes from outside, one context by normal names. `open`: further names may come, unknown before the run. */
  | { readonly kind: "root"; readonly names: ReadonlyMap<string, FeelType>; readonly open: boolean; readonly types: TypeNames }
  | { readonly kind: "variable"; readonly up: Scope; readonly name: string; readonly type: FeelType }
  /** The entries of a context being built, by name, as far as they are there. */
  | { readonly kind: "record"; readonly up: Scope; readonly names: ReadonlyMap<string, FeelType> }
  /** The element a filter looks at: its own entries are names too. */
  | { readonly kind: "element"; readonly up: Scope; readonly type: FeelType };

export type TypeNames = (name: string) => FeelType | undefined;

export const rootScope = (names: ReadonlyMap<string, FeelType>, types: TypeNames = () => undefined, open = false): Scope => ({
  kind: "root",
  names,
  open,
  types,
});
export const withVariable = (up: Scope, name: string, type: FeelType = any): Scope => ({ kind: "variable", up, name, type });
export const push = (up: Env, value: Value): Env => ({ up, value, run: up.run });

const deepestNames = 6;

/** The names a parser must know to tell `a-b` from a minus b. */
export function namesIn(scope: Scope): Names {
  const found: Record<string, Names | 1> = {};
  const note = (name: string, type: FeelType) => {
    if (!(name in found)) found[name] = namesOfType(type, deepestNames);
  };
  for (let at: Scope | null = scope; at; at = at.kind === "root" ? null : at.up) {
    if (at.kind === "variable") note(at.name, at.type);
    else if (at.kind === "element") for (const [name, type] of entriesOf(at.type)) note(name, type);
    else for (const [name, type] of at.names) note(name, type);
  }
  return found;
}

function namesOfType(type: FeelType, depth: number): Names | 1 {
  const entries = entriesOf(type);
  if (entries.size === 0 || depth === 0) return 1;
  return Object.fromEntries([...entries].map(([name, of]) => [name, namesOfType(of, depth - 1)]));
}

/** The entries of a context type, also of a list of such contexts, or of what such a function answers. */
export function entriesOf(written: FeelType): ReadonlyMap<string, FeelType> {
  const type = settleType(written);
  if (type.kind === "context") return type.entries;
  if (type.kind === "list") return entriesOf(type.of);
  if (type.kind === "constrained") return entriesOf(type.base);
  if (type.kind === "function") return entriesOf(type.result);
  return new Map();
}

const typesOf = (scope: Scope): TypeNames => (scope.kind === "root" ? scope.types : typesOf(scope.up));

/** A written type as a type; unknown names are undefined. */
export function resolveType(syntax: TypeSyntax, scope: Scope): FeelType | undefined {
  switch (syntax.kind) {
    case "name":
      return typesOf(scope)(syntax.name) ?? builtinType(syntax.name);
    case "list":
    case "range": {
      const of = resolveType(syntax.of, scope);
      return of && (syntax.kind === "list" ? listOf(of) : { kind: "range", of });
    }
    case "context": {
      const entries = new Map<string, FeelType>();
      for (const { name, type } of syntax.entries) {
        const of = resolveType(type, scope);
        if (!of) return undefined;
        entries.set(name, of);
      }
      return { kind: "context", entries };
    }
    case "function": {
      const parameters = syntax.parameters.map((each) => resolveType(each, scope));
      const result = resolveType(syntax.result, scope);
      if (!result || parameters.some((each) => each === undefined)) return undefined;
      return { kind: "function", parameters: parameters as FeelType[], result };
    }
  }
}
