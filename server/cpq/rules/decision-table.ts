/**
 * Decision tables: facts in, outcome out, and which rule fired and why. `decide` is the only door, so that a richer
 * expression engine can take the place of these simple comparisons without anyone noticing.
 */
import { compare, parseDecimal, type Rational } from "#platform/rational.ts";

export interface Bilingual {
  en: string;
  fr: string;
}
export interface TableInput {
  name: string;
  label: Bilingual;
  type: "number" | "text";
}
export interface TableRule {
  id: string;
  /** Per input, a test: "> 10", "<= 30", "= S", "10..20" (both inclusive), "seller, admin" (one of), "not a, b", "-" (anything). Inputs left out are not asked. */
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
}

/** The outcome of a table for these facts: the rules that fired, in order, each with its reason. Throws RangeError on a fact the table needs and was not given, or a test it cannot read. */
export function decide(table: DecisionTable, facts: Facts): Fired[] {
  const fired: Fired[] = [];
  for (const rule of table.rules) {
    if (!table.inputs.every((input) => holds(rule.when[input.name], input, facts))) continue;
    fired.push({ rule: rule.id, outcome: rule.outcome, reason: rule.reason });
    if (table.hitPolicy === "first") break;
  }
  return fired;
}

function holds(test: string | undefined, input: TableInput, facts: Facts): boolean {
  if (test === undefined || test.trim() === "-" || test.trim() === "") return true;
  const fact = facts[input.name];
  if (fact === undefined) throw new RangeError(`the fact "${input.name}" is missing`);
  return fact !== null && readTest(test, input.type)(fact);
}

const comparisons: Record<string, (order: -1 | 0 | 1) => boolean> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
};

/** A test as a function of the fact. Throws RangeError saying what cannot be read. */
export function readTest(test: string, type: "number" | "text"): (fact: string) => boolean {
  const text = test.trim();
  const comparison = /^(<=|>=|!=|<|>|=)\s*(.+)$/.exec(text);
  if (comparison) {
    const [, sign = "=", operand = ""] = comparison;
    const passes = comparisons[sign]!;
    if (type === "number") {
      const limit = parseDecimal(operand);
      return (fact) => passes(compare(parseDecimal(fact), limit));
    }
    if (sign !== "=" && sign !== "!=") throw new RangeError(`"${text}": texts are compared with = and != only`);
    return (fact) => (fact === operand.trim()) === (sign === "=");
  }
  const range = /^(-?\d[\d.]*?)\s*\.\.\s*(-?\d[\d.]*)$/.exec(text);
  if (range && type === "number") {
    const [low, high] = [parseDecimal(range[1]!), parseDecimal(range[2]!)];
    return (fact) => compare(parseDecimal(fact), low) >= 0 && compare(parseDecimal(fact), high) <= 0;
  }
  const negated = /^not\s+(.+)$/.exec(text);
  const values = (negated?.[1] ?? text).split(",").map((value) => value.trim());
  const isOne = type === "number" ? oneNumber(values.map(parseDecimal)) : (fact: string) => values.includes(fact);
  return (fact) => isOne(fact) === !negated;
}

const oneNumber =
  (values: readonly Rational[]) =>
  (fact: string): boolean =>
    values.some((value) => compare(parseDecimal(fact), value) === 0);
