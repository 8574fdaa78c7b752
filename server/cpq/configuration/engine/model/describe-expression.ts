import type { Expression, Term } from "../types.ts";

/** Which features count instances; their quantity 0 is "not selected". */
type IsQuantity = (feature: string) => boolean;

/** A rule written out in UVL, the way people read it in an explanation when it has no sentence of its own. */
export function describeExpression(expression: Expression, isQuantity: IsQuantity = () => false): string {
  return expressionText(expression, 0, isQuantity);
}

/** A feature or attribute name as UVL writes it: quoted unless it is a plain word. */
export function quoteName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name}"`;
}

const reserved = new Set([
  "namespace",
  "features",
  "constraints",
  "imports",
  "include",
  "as",
  "mandatory",
  "optional",
  "or",
  "alternative",
  "cardinality",
  "true",
  "false",
  "constraint",
  "Integer",
  "String",
  "Real",
  "Boolean",
  "sum",
  "avg",
  "len",
  "floor",
  "ceil",
]);

// Binding strength as in the UVL grammar: not, and, or, implies, iff; looser needs brackets inside tighter.
function expressionText(node: Expression, outer: number, isQuantity: IsQuantity): string {
  const text = (part: Expression, strength: number): string => expressionText(part, strength, isQuantity);
  const wrap = (strength: number, inner: string): string => (strength < outer ? `(${inner})` : inner);
  switch (node.op) {
    case "selected":
      return quoteName(node.feature);
    case "constant":
      return String(node.value);
    case "not":
      return `!${text(node.of, 6)}`;
    case "and":
    case "or": {
      if (node.of.length === 0) return String(node.op === "and");
      if (node.of.length === 1) return text(node.of[0]!, outer);
      const strength = node.op === "and" ? 4 : 3;
      return wrap(strength, node.of.map((part) => text(part, strength + 1)).join(node.op === "and" ? " & " : " | "));
    }
    case "implies":
      return wrap(2, `${text(node.left, 3)} => ${text(node.right, 3)}`);
    case "iff":
      return wrap(1, `${text(node.left, 2)} <=> ${text(node.right, 2)}`);
    case "requires":
      return wrap(2, `${quoteName(node.feature)} => ${node.needs.length === 0 ? "true" : node.needs.map(quoteName).join(" & ")}`);
    case "excludes": {
      const pairs = node.features.flatMap((a, i) =>
        node.features.slice(i + 1).map((b) => `!(${quoteName(a)} & ${quoteName(b)})`),
      );
      return pairs.length === 0 ? "true" : pairs.length === 1 ? pairs[0]! : wrap(4, pairs.join(" & "));
    }
    case "table": {
      const rows = node.rows.map((row) =>
        row.map((cell, i) => cellText(node.columns[i]!, cell, isQuantity)).filter((cell) => cell !== ""),
      );
      return wrap(
        3,
        rows.length === 0 ? "false" : rows.map((row) => (row.length === 0 ? "true" : `(${row.join(" & ")})`)).join(" | "),
      );
    }
    case "compare":
      return wrap(5, `${termText(node.left, 0)} ${node.cmp} ${termText(node.right, 0)}`);
  }
}

function cellText(column: string, cell: unknown, isQuantity: IsQuantity): string {
  if (cell === null) return "";
  if (cell === true) return quoteName(column);
  // In a comparison what is not selected counts 0; in a cell the value 0 is a value.
  if (cell === 0 && !isQuantity(column)) return `${quoteName(column)} & ${quoteName(column)} == 0`;
  if (cell === false) return `!${quoteName(column)}`;
  return `${quoteName(column)} == ${typeof cell === "string" ? `'${cell}'` : String(cell)}`;
}

function termText(term: Term, outer: number): string {
  const wrap = (strength: number, inner: string): string => (strength < outer ? `(${inner})` : inner);
  switch (term.op) {
    case "number":
      return String(term.value);
    case "text":
      return `'${term.value}'`;
    case "value":
      return quoteName(term.feature);
    case "attribute":
      return `${quoteName(term.feature)}.${quoteName(term.attribute)}`;
    case "sum":
      return term.under === undefined
        ? `sum(${quoteName(term.attribute)})`
        : `sum(${quoteName(term.under)}, ${quoteName(term.attribute)})`;
    case "count":
      return wrap(1, term.features.map(quoteName).join(" + "));
    case "add":
      return wrap(1, `${termText(term.left, 1)} + ${termText(term.right, 2)}`);
    case "subtract":
      return wrap(1, `${termText(term.left, 1)} - ${termText(term.right, 2)}`);
    case "multiply":
      return wrap(2, `${termText(term.left, 2)} * ${termText(term.right, 3)}`);
    case "divide":
      return wrap(2, `${termText(term.left, 2)} / ${termText(term.right, 3)}`);
  }
}
