/** Item definitions as types. */
import { compileTests } from "../feel/compile-test.ts";
import { parseTests } from "../feel/parse.ts";
import { rootScope, type TypeNames } from "../feel/scope.ts";
import { any, builtinType, type FeelType, listOf } from "../types/type.ts";
import { newEvaluation } from "../values/evaluation.ts";
import type { Value } from "../values/value.ts";
import type { ItemDefinition } from "./model.ts";

/** The types of a model by name, and those of its imports by `import.name`. Undefined for a name nobody defined. */
export function typesOfModel(definitions: readonly ItemDefinition[], imported: TypeNames): TypeNames {
  const byName = new Map(definitions.map((each) => [each.name, each]));
  const made = new Map<string, FeelType>();
  const types: TypeNames = (name) => {
    const known = made.get(name);
    if (known) return known;
    const definition = byName.get(name);
    if (!definition) return builtinType(name) ?? imported(name);
    made.set(name, { kind: "named", name, resolve: () => real });
    const real = typeOf(definition, types);
    return made.get(name);
  };
  return types;
}

/** The type a reference names; Any where it names nothing. */
export const typeNamed = (name: string | undefined, types: TypeNames): FeelType =>
  name === undefined ? any : (types(name) ?? any);

function typeOf(definition: ItemDefinition, types: TypeNames): FeelType {
  let type = bare(definition, types);
  const { allowedValues, typeConstraint, isCollection } = definition;
  if (allowedValues !== undefined) type = constrained(type, allowedValues, types);
  if (isCollection) type = listOf(type);
  return typeConstraint === undefined ? type : constrained(type, typeConstraint, types);
}

function bare({ typeRef, components, function: called }: ItemDefinition, types: TypeNames): FeelType {
  if (called) {
    const parameters = called.parameters.map((each) => typeNamed(each.typeRef, types));
    return { kind: "function", parameters, result: typeNamed(called.result, types) };
  }
  if (components) return { kind: "context", entries: new Map(components.map((each) => [each.name, typeOf(each, types)])) };
  return typeNamed(typeRef, types);
}

function constrained(base: FeelType, text: string, types: TypeNames): FeelType {
  const scope = rootScope(new Map(), types);
  const passes = compileTests(parseTests(text), scope);
  const allows = (value: Value): boolean => passes({ up: null, value: new Map(), run: newEvaluation() }, value);
  return { kind: "constrained", base, text, allows };
}
