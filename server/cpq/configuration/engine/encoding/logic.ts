import type { Expression } from "../types.ts";
import { ModelError } from "../model/model-error.ts";
import { addClause, type Cnf, FALSE, type Literal, negated, TRUE } from "./cnf.ts";
import { andGate, iffGate, orGate } from "./gates.ts";
import { compareTerms } from "./arithmetic.ts";
import type { Vocabulary } from "./vocabulary.ts";

const expansionLimit = 24;

/** Asserts a rule, spelling small formulas out as clauses and naming only large parts by defined variables. */
export function assertExpression(cnf: Cnf, words: Vocabulary, expression: Expression, path: string): void {
  for (const clause of clausesOf(cnf, words, expression, true, expansionLimit, path)) addClause(cnf, clause);
}

type Clauses = Literal[][];

/** The clauses equivalent to the expression (or to its negation when `positive` is false), at most about `limit` of them. */
function clausesOf(cnf: Cnf, words: Vocabulary, node: Expression, positive: boolean, limit: number, path: string): Clauses {
  const recurse = (part: Expression, sign: boolean): Clauses => clausesOf(cnf, words, part, sign, limit, path);
  const all = (parts: Clauses[]): Clauses => parts.flat();
  const any = (parts: Clauses[]): Clauses => {
    // The largest parts are named first, so that what stays spelled out multiplies least.
    const order = [...parts].sort((a, b) => a.length - b.length);
    let product: Clauses = [[]];
    for (const part of order) {
      const small = product.length * part.length <= limit ? part : [[nameClauses(cnf, part)]];
      product = product.flatMap((left) => small.map((right) => [...left, ...right]));
    }
    return product;
  };
  switch (node.op) {
    case "constant":
      return node.value === positive ? [] : [[]];
    case "selected": {
      const literal = words.selected(node.feature);
      return [[positive ? literal : negated(literal)]];
    }
    case "not":
      return recurse(node.of, !positive);
    case "and":
    case "or":
      return (node.op === "and") === positive
        ? all(node.of.map((part) => recurse(part, positive)))
        : any(node.of.map((part) => recurse(part, positive)));
    case "implies":
      return positive
        ? any([recurse(node.left, false), recurse(node.right, true)])
        : all([recurse(node.left, true), recurse(node.right, false)]);
    case "iff": {
      if (positive && sizeOf(node.left) <= limit && sizeOf(node.right) <= limit) {
        return all([
          any([recurse(node.left, false), recurse(node.right, true)]),
          any([recurse(node.left, true), recurse(node.right, false)]),
        ]);
      }
      const same = iffGate(cnf, literalOf(cnf, words, node.left, path), literalOf(cnf, words, node.right, path));
      return [[positive ? same : negated(same)]];
    }
    case "requires": {
      const from = words.selected(node.feature);
      if (positive) return node.needs.map((id) => [negated(from), words.selected(id)]);
      return [[from], node.needs.map((id) => negated(words.selected(id)))];
    }
    case "excludes": {
      const literals = node.features.map((id) => words.selected(id));
      const pairs = literals.flatMap((a, i) => literals.slice(i + 1).map((b) => [negated(a), negated(b)]));
      return positive ? pairs : [[nameClauses(cnf, pairs) ^ 1]];
    }
    case "table": {
      const rows = node.rows.map((row, r) =>
        andGate(
          cnf,
          row.map((cell, c) => (cell === null ? TRUE : words.cell(node.columns[c]!, cell, `${path}.rows[${r}]`))),
        ),
      );
      return positive ? [rows] : rows.map((row) => [negated(row)]);
    }
    case "compare": {
      const literal = compareTerms(cnf, words, node.left, node.cmp, node.right, path);
      return [[positive ? literal : negated(literal)]];
    }
    default:
      throw new ModelError("rule.unknown_operator", `unknown operator "${(node as { op: string }).op}"`, { path });
  }
}

/** A literal equivalent to a whole expression. */
export function literalOf(cnf: Cnf, words: Vocabulary, node: Expression, path: string): Literal {
  return nameClauses(cnf, clausesOf(cnf, words, node, true, expansionLimit, path));
}

function nameClauses(cnf: Cnf, clauses: Clauses): Literal {
  if (clauses.length === 0) return TRUE;
  if (clauses.some((clause) => clause.length === 0)) return FALSE;
  return andGate(
    cnf,
    clauses.map((clause) => orGate(cnf, clause)),
  );
}

function sizeOf(node: Expression): number {
  switch (node.op) {
    case "and":
    case "or":
      return node.of.reduce((sum, part) => sum + sizeOf(part), 0);
    case "not":
      return sizeOf(node.of);
    case "implies":
      return sizeOf(node.left) + sizeOf(node.right);
    case "selected":
    case "constant":
      return 1;
    default:
      return expansionLimit + 1;
  }
}
