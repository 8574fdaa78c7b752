import { add, compare, divide, multiply, parseDecimal, type Rational, rational, reduce, zero } from "#platform/rational.ts";
import type { Attribute, Comparison, Term } from "../types.ts";
import { ModelError } from "../model/model-error.ts";
import { type Cnf, FALSE, type Literal, negated, TRUE } from "./cnf.ts";
import { andGate, chooseGate, orGate } from "./gates.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A quantity with a known, finite list of outcomes, exactly one of which holds. */
type Part = { value: Rational; when: Literal }[];
/** A sum of independent parts. */
type Sum = { constant: Rational; parts: Part[] };

const outcomeLimit = 20_000;

/** A literal equivalent to the comparison. Throws ModelError for what has no exact finite encoding. */
export function compareTerms(cnf: Cnf, words: Vocabulary, left: Term, cmp: Comparison, right: Term, path: string): Literal {
  const text = textComparison(words, left, cmp, right, path) ?? textComparison(words, right, cmp, left, path);
  if (text !== null) return text;
  const sum = sumOf(cnf, words, { op: "subtract", left, right }, path);
  if (cmp === "!=") return negated(decide(cnf, sum, "==", path));
  return decide(cnf, sum, cmp, path);
}

function textComparison(words: Vocabulary, left: Term, cmp: Comparison, right: Term, path: string): Literal | null {
  if (right.op !== "text") return null;
  if (left.op !== "value" || (cmp !== "==" && cmp !== "!=")) {
    throw new ModelError("rule.text_comparison", "a text is only compared with a characteristic, by == or !=", { path });
  }
  const literal = words.cell(left.feature, right.value, path);
  return cmp === "==" ? literal : negated(literal);
}

/** Decision diagram over the parts, merged by partial sum, every node a defined variable. */
function decide(cnf: Cnf, sum: Sum, cmp: Exclude<Comparison, "!=">, path: string): Literal {
  const parts = sum.parts;
  const low: Rational[] = [zero];
  const high: Rational[] = [zero];
  for (let i = parts.length - 1; i >= 0; i--) {
    const values = parts[i]!.map((outcome) => outcome.value);
    low.unshift(
      add(
        low[0]!,
        values.reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
      ),
    );
    high.unshift(
      add(
        high[0]!,
        values.reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
      ),
    );
  }
  const known = new Map<string, Literal>();
  const holds = (from: Rational, to: Rational): Literal | null => {
    const a = compare(from, zero);
    const b = compare(to, zero);
    if (cmp === "<") return b < 0 ? TRUE : a >= 0 ? FALSE : null;
    if (cmp === "<=") return b <= 0 ? TRUE : a > 0 ? FALSE : null;
    if (cmp === ">") return a > 0 ? TRUE : b <= 0 ? FALSE : null;
    if (cmp === ">=") return a >= 0 ? TRUE : b < 0 ? FALSE : null;
    return a > 0 || b < 0 ? FALSE : a === 0 && b === 0 ? TRUE : null;
  };
  const visit = (i: number, total: Rational): Literal => {
    const settled = holds(add(total, low[i]!), add(total, high[i]!));
    if (settled !== null) return settled;
    const exact = reduce(total);
    const key = `${i}:${exact.num}/${exact.den}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > outcomeLimit) throw tooLarge(path);
    const outcomes = parts[i]!;
    let literal = visit(i + 1, add(total, outcomes.at(-1)!.value));
    for (let k = outcomes.length - 2; k >= 0; k--) {
      literal = chooseGate(cnf, outcomes[k]!.when, visit(i + 1, add(total, outcomes[k]!.value)), literal);
    }
    known.set(key, literal);
    return literal;
  };
  return visit(0, sum.constant);
}

function sumOf(cnf: Cnf, words: Vocabulary, term: Term, path: string): Sum {
  switch (term.op) {
    case "number":
      return { constant: exact(term.value, path), parts: [] };
    case "text":
      throw new ModelError("rule.text_comparison", `the text '${term.value}' is not a number`, { path });
    case "value":
      return { constant: zero, parts: [valuePart(words, term.feature, rational(1n), path)] };
    case "attribute":
      return { constant: zero, parts: [attributePart(words, term.feature, term.attribute, path)] };
    case "sum": {
      const features = words.model.features.filter(
        (feature) => feature.attributes[term.attribute] !== undefined && isUnder(words, feature.index, term.under),
      );
      return { constant: zero, parts: features.map((feature) => attributePart(words, feature.id, term.attribute, path)) };
    }
    case "count":
      return { constant: zero, parts: term.features.map((id) => selectedPart(words.selected(id), rational(1n))) };
    case "add":
    case "subtract": {
      const a = sumOf(cnf, words, term.left, path);
      const b = sumOf(cnf, words, term.right, path);
      const right = term.op === "add" ? b : scale(b, rational(-1n));
      return { constant: add(a.constant, right.constant), parts: [...a.parts, ...right.parts] };
    }
    case "multiply": {
      const a = sumOf(cnf, words, term.left, path);
      const b = sumOf(cnf, words, term.right, path);
      if (a.parts.length === 0) return scale(b, a.constant);
      if (b.parts.length === 0) return scale(a, b.constant);
      return { constant: zero, parts: [combine(cnf, outcomesOf(cnf, a, path), outcomesOf(cnf, b, path), multiply, path)] };
    }
    case "divide": {
      const by = sumOf(cnf, words, term.right, path);
      if (by.parts.length > 0)
        throw new ModelError("rule.division", "only division by a constant is supported; multiply the other side instead", {
          path,
        });
      if (by.constant.num === 0n) throw new ModelError("rule.division", "division by zero", { path });
      return scale(sumOf(cnf, words, term.left, path), divide(rational(1n), by.constant));
    }
  }
}

function scale(sum: Sum, by: Rational): Sum {
  return {
    constant: multiply(sum.constant, by),
    parts: sum.parts.map((part) => part.map((outcome) => ({ ...outcome, value: multiply(outcome.value, by) }))),
  };
}

const selectedPart = (literal: Literal, value: Rational): Part => [
  { value, when: literal },
  { value: zero, when: negated(literal) },
];

function valuePart(words: Vocabulary, id: string, factor: Rational, path: string): Part {
  const ordered = words.values(id);
  if (!ordered) return selectedPart(words.selected(id), factor);
  return [
    ...ordered.options.map((option) => {
      if (typeof option.value === "string")
        throw new ModelError("rule.text_value", `"${id}" has text values; compare it with a text`, { path });
      return { value: multiply(rational(BigInt(option.value)), factor), when: option.literal };
    }),
    { value: zero, when: negated(words.selected(id)) },
  ];
}

function attributePart(words: Vocabulary, id: string, name: string, path: string): Part {
  const feature = words.model.features[words.model.indexOf.get(id)!]!;
  const value = exact(feature.attributes[name]!, path);
  return feature.quantity ? valuePart(words, id, value, path) : selectedPart(words.selected(id), value);
}

function isUnder(words: Vocabulary, index: number, under: string | undefined): boolean {
  if (under === undefined) return true;
  const top = words.model.indexOf.get(under)!;
  for (let at = index; at >= 0; at = words.model.features[at]!.parent) if (at === top) return true;
  return false;
}

/** All outcomes of a sum as one part. */
function outcomesOf(cnf: Cnf, sum: Sum, path: string): Part {
  return sum.parts.reduce<Part>((all, part) => combine(cnf, all, part, add, path), [{ value: sum.constant, when: TRUE }]);
}

function combine(cnf: Cnf, a: Part, b: Part, by: (x: Rational, y: Rational) => Rational, path: string): Part {
  if (a.length * b.length > outcomeLimit) throw tooLarge(path);
  const merged = new Map<string, { value: Rational; when: Literal[] }>();
  for (const x of a) {
    for (const y of b) {
      const value = reduce(by(x.value, y.value));
      const key = `${value.num}/${value.den}`;
      const entry = merged.get(key) ?? { value, when: [] };
      entry.when.push(andGate(cnf, [x.when, y.when]));
      merged.set(key, entry);
    }
  }
  return [...merged.values()].map(({ value, when }) => ({ value, when: orGate(cnf, when) }));
}

function exact(value: Attribute, path: string): Rational {
  if (typeof value === "boolean") return rational(value ? 1n : 0n);
  if (typeof value === "object") throw new ModelError("rule.not_a_number", "a list is not a number", { path });
  try {
    return parseDecimal(String(value));
  } catch {
    throw new ModelError("rule.not_a_number", `"${value}" is not a plain decimal number`, { path });
  }
}

function tooLarge(path: string): ModelError {
  return new ModelError(
    "rule.too_many_outcomes",
    `the arithmetic has more than ${outcomeLimit} distinct outcomes; use coarser numbers`,
    { path },
  );
}
