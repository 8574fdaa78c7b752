/**
 * Decision tables: facts in, outcome out, and which rule fired and why. `decide` is the only door; behind it the rules
 * engine runs the table as one of DMN, with exact decimals.
 */
import { asFeel, type InputType } from "./cell-notation.ts";
import { compileTable } from "./engine/dmn/compile-table.ts";
import type { TableExpression } from "./engine/dmn/model.ts";
import { type Code, rootScope } from "./engine/feel/scope.ts";
import { any, builtinType } from "./engine/types/type.ts";
import { newEvaluation } from "./engine/values/evaluation.ts";
import { parseNumber } from "./engine/values/number.ts";
import type { Value } from "./engine/values/value.ts";

export interface Bilingual {
  en: string;
  fr: string;
}
export interface TableInput {
  name: string;
  label: Bilingual;
  type: InputType;
}
export interface TableOutput {
  name: string;
  label: Bilingual;
  type: InputType;
  /** The only answers that mean something to whoever asks; null: any of its type. */
  values: { value: string; label: Bilingual }[] | null;
}
export interface TableRule {
  id: string;
  /** Per input, a test: "> 10", "<= 30", "= S", "10..20" (both inclusive), "seller, admin" (one of), "not a, b", "-" (anything), or any unary test of FEEL. Inputs left out are not asked. */
  when: Record<string, string>;
  outcome: Record<string, string>;
  reason: Bilingual;
}
export interface DecisionTable {
  /** first: the first rule that fires decides; collect: every rule that fires speaks. */
  hitPolicy: "first" | "collect";
  inputs: readonly TableInput[];
  rules: readonly TableRule[];
}
/** Decimals as text ("12.50"). A fact that is null is unknown: no test of it holds except "-". */
export type Facts = Readonly<Record<string, string | null>>;
export interface Fired {
  rule: string;
  outcome: Record<string, string>;
  reason: Bilingual;
  /** The tests that passed, with the facts that passed them: "discountPercent = 12 passes > 10". */
  why: string[];
}

/** The outcome of a table for these facts: the rules that fired, in order, each with its reason. Throws RangeError on a fact the table needs and was not given, or a test it cannot read. */
export function decide(table: DecisionTable, facts: Facts): Fired[] {
  const { code, asked } = compiled(table);
  const values = new Map<string, Value>();
  for (const { name, type } of table.inputs) {
    const fact = facts[name];
    if (fact === undefined && asked.has(name)) throw new RangeError(`the fact "${name}" is missing`);
    values.set(name, fact === undefined || fact === null ? null : valueOf(name, fact, type));
  }
  const run = newEvaluation({ trace: true });
  code({ up: null, value: values, run });
  const [step] = run.trace ?? [];
  return (step?.fired ?? []).map(({ rule }) => {
    const { id, outcome, reason, when } = table.rules[rule - 1]!;
    const why = table.inputs.flatMap(({ name }) => {
      const test = when[name]?.trim() ?? "-";
      return test === "-" || test === "" ? [] : [`${name} = ${facts[name]} passes ${test}`];
    });
    return { rule: id, outcome, reason, why };
  });
}

/** A test as a function of the fact. Throws RangeError saying what cannot be read. */
export function readTest(test: string, type: InputType): (fact: string) => boolean {
  const rule = { id: "test", when: { fact: test }, outcome: {}, reason: { en: "", fr: "" } };
  const table: DecisionTable = { hitPolicy: "first", inputs: [{ name: "fact", label: { en: "", fr: "" }, type }], rules: [rule] };
  compiled(table);
  return (fact) => decide(table, { fact }).length === 1;
}

function valueOf(name: string, fact: string, type: InputType): Value {
  if (type === "text") return fact;
  const number = parseNumber(fact.trim());
  if (number === null) throw new RangeError(`the fact "${name}" must be a number, not "${fact}"`);
  return number;
}

interface Compiled {
  code: Code;
  /** Inputs some rule asks about. */
  asked: ReadonlySet<string>;
}
const known = new Map<string, Compiled>();
const mostKept = 1000;

/** Compiled once per content. */
function compiled(table: DecisionTable): Compiled {
  const key = JSON.stringify([table.hitPolicy, table.inputs, table.rules.map(({ when }) => when)]);
  const found = known.get(key);
  if (found) return found;
  const names = table.inputs.map(({ name }) => name);
  const expression = asDmn(table, names);
  const types = new Map(table.inputs.map(({ name, type }) => [name, (type === "number" && builtinType("number")) || any]));
  const asked = new Set(names.filter((_, column) => expression.rules.some(({ tests }) => tests[column] !== "-")));
  const made = { code: compileTable(expression, rootScope(types), "table"), asked };
  if (known.size >= mostKept) known.clear();
  known.set(key, made);
  return made;
}

/** The table as one of DMN, which answers the places of the rules that fire. */
export function asDmn(table: DecisionTable, names = table.inputs.map(({ name }) => name)): TableExpression {
  return {
    kind: "table",
    hitPolicy: table.hitPolicy === "first" ? "FIRST" : "COLLECT",
    inputs: table.inputs.map(({ name, type }) => ({ expression: name, typeRef: type === "number" ? "number" : "string" })),
    outputs: [{}],
    annotations: [],
    rules: table.rules.map(({ id, when }, index) => ({
      id,
      tests: table.inputs.map(({ name, type }) => asFeel(when[name] ?? "-", type, names)),
      outputs: [String(index + 1)],
    })),
  };
}
