/** FEEL types (DMN 10.3.2.1) and whether a value is an instance of one. */
import { type Context, isContext, isKind, isList, kindOf, type Kind, type Value } from "../values/value.ts";

export type SimpleName = Exclude<Kind, "list" | "context" | "range" | "function">;
export type FeelType =
  | { readonly kind: "any" }
  | { readonly kind: "simple"; readonly name: SimpleName }
  /** Any list, context, range or function, whatever it holds; the two durations taken together; anything but a list. */
  | { readonly kind: "some"; readonly name: "list" | "context" | "range" | "function" | "duration" | "temporal" | "scalar" }
  | { readonly kind: "list"; readonly of: FeelType }
  | { readonly kind: "context"; readonly entries: ReadonlyMap<string, FeelType> }
  | { readonly kind: "range"; readonly of: FeelType }
  | { readonly kind: "function"; readonly parameters: readonly FeelType[]; readonly result: FeelType }
  /** A type by its name, looked up when used, so that types may hold themselves. */
  | { readonly kind: "named"; readonly name: string; readonly resolve: () => FeelType }
  /** Allowed values, or a constraint on the whole value. */
  | { readonly kind: "constrained"; readonly base: FeelType; readonly allows: (value: Value) => boolean; readonly text: string };

export const any: FeelType = { kind: "any" };
export const listOf = (of: FeelType): FeelType => ({ kind: "list", of });

const simpleNames: readonly SimpleName[] = [
  "null",
  "boolean",
  "string",
  "number",
  "date",
  "time",
  "date and time",
  "years and months duration",
  "days and time duration",
];

/** Names as DMN files write them, with the spellings older tools left behind. */
const spellings: Record<string, string> = {
  dateTime: "date and time",
  dayTimeDuration: "days and time duration",
  yearMonthDuration: "years and months duration",
  Null: "null",
};

/** A built-in type by name; undefined when FEEL has none of that name. */
export function builtinType(written: string): FeelType | undefined {
  const name = spellings[written] ?? written;
  const simple = simpleNames.find((each) => each === name);
  if (simple) return { kind: "simple", name: simple };
  if (name === "Any") return any;
  if (name === "list" || name === "context" || name === "range" || name === "function" || name === "duration")
    return { kind: "some", name };
  return undefined;
}

/** Written out, for messages. */
export function typeText(type: FeelType): string {
  switch (type.kind) {
    case "any":
      return "Any";
    case "some":
      return type.name === "scalar" ? "a single value" : type.name;
    case "simple":
    case "named":
      return type.name;
    case "list":
    case "range":
      return `${type.kind}<${typeText(type.of)}>`;
    case "context":
      return `context<${[...type.entries].map(([name, of]) => `${name}: ${typeText(of)}`).join(", ")}>`;
    case "function":
      return `function<${type.parameters.map(typeText).join(", ")}> -> ${typeText(type.result)}`;
    case "constrained":
      return `${typeText(type.base)} (${type.text})`;
  }
}

/** A named type taken to what it stands for. */
export function settleType(type: FeelType): FeelType {
  let current = type;
  for (let steps = 0; current.kind === "named" && steps < 50; steps++) current = current.resolve();
  return current;
}

/** `instance of` for `bare`; for values that come in and go out also the allowed values are asked. Null belongs to every type but to none by `instance of`. */
export function conforms(value: Value, written: FeelType, bare: boolean): boolean {
  const type = settleType(written);
  if (value === null) return !bare && (type.kind !== "constrained" || type.allows(null) || !mentionsNull(type.text));
  switch (type.kind) {
    case "any":
    case "named":
      return true;
    case "simple":
      return kindOf(value) === type.name;
    case "some":
      if (type.name === "scalar") return !isList(value);
      return type.name === "duration" || type.name === "temporal"
        ? isTemporal(kindOf(value), type.name)
        : kindOf(value) === type.name;
    case "list":
      return isList(value) && value.every((each) => (each === null ? true : conforms(each, type.of, bare)));
    case "context":
      return isContext(value) && conformsToEntries(value, type.entries, bare);
    case "range":
      return isKind(value, "range") && [value.start, value.end].every((end) => end === null || conforms(end, type.of, bare));
    case "function":
      return isKind(value, "function") && conformsAsFunction(value, type);
    case "constrained":
      return conforms(value, type.base, bare) && (bare || type.allows(value));
  }
}

const mentionsNull = (text: string): boolean => /\bnull\b/.test(text);

const isTemporal = (kind: Kind, name: "duration" | "temporal"): boolean =>
  kind.endsWith(" duration") || (name === "temporal" && (kind === "date" || kind === "time" || kind === "date and time"));

function conformsToEntries(value: Context, entries: ReadonlyMap<string, FeelType>, bare: boolean): boolean {
  for (const [name, type] of entries) {
    const entry = value.get(name);
    if (entry === undefined ? bare : entry !== null && !conforms(entry, type, bare)) return false;
  }
  return true;
}

type FunctionType = Extract<FeelType, { kind: "function" }>;

function conformsAsFunction(value: Extract<Value, { kind: "function" }>, type: FunctionType): boolean {
  const exact = value.signatures.find((parameters) => parameters.length === type.parameters.length);
  if (!exact) return value.signatures.some((parameters) => parameters.some((each) => each.variadic));
  return exact.every((each, index) => assignable(type.parameters[index]!, each.type)) && assignable(value.result, type.result);
}

/** Whether every value of one type is one of the other (DMN: conforms to). */
export function assignable(fromWritten: FeelType, toWritten: FeelType): boolean {
  const [from, to] = [settleType(fromWritten), settleType(toWritten)];
  if (to.kind === "any" || from === to) return true;
  if (from.kind === "constrained") return assignable(from.base, to);
  if (to.kind === "constrained") return assignable(from, to.base);
  if (from.kind === "simple" && from.name === "null") return true;
  if (from.kind === "simple" && to.kind === "simple") return from.name === to.name;
  if (to.kind === "some") return from.kind === to.name || (from.kind === "some" && from.name === to.name);
  if ((from.kind === "list" && to.kind === "list") || (from.kind === "range" && to.kind === "range"))
    return assignable(from.of, to.of);
  if (from.kind === "context" && to.kind === "context")
    return [...to.entries].every(([name, type]) => {
      const entry = from.entries.get(name);
      return entry !== undefined && assignable(entry, type);
    });
  if (from.kind === "function" && to.kind === "function")
    return (
      from.parameters.length === to.parameters.length &&
      from.parameters.every((parameter, index) => assignable(to.parameters[index]!, parameter)) &&
      assignable(from.result, to.result)
    );
  return false;
}
