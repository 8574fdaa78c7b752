import type { Expression, Term } from "../types.ts";
import type { Model } from "./model.ts";
import { ModelError } from "./model-error.ts";

type Known = Pick<Model, "indexOf" | "features">;

/** Refuses an expression that names unknown features or attributes, or values outside a table column's domain. */
export function checkExpression(expression: Expression, model: Known, path: string): void {
  const feature = (id: string, at: string): void => {
    if (!model.indexOf.has(id)) throw new ModelError("rule.unknown_feature", `there is no feature "${id}"`, { path: at });
  };
  const visit = (node: Expression, at: string): void => {
    switch (node.op) {
      case "selected":
        return feature(node.feature, at);
      case "constant":
        return;
      case "not":
        return visit(node.of, `${at}.of`);
      case "and":
      case "or":
        return node.of.forEach((part, i) => visit(part, `${at}.of[${i}]`));
      case "implies":
        visit(node.left, `${at}.left`);
        return visit(node.right, `${at}.right`);
      case "iff":
        visit(node.left, `${at}.left`);
        return visit(node.right, `${at}.right`);
      case "requires":
        feature(node.feature, at);
        return node.needs.forEach((id) => feature(id, at));
      case "excludes":
        return node.features.forEach((id) => feature(id, at));
      case "table":
        node.columns.forEach((id) => feature(id, at));
        return node.rows.forEach((row, r) => {
          if (row.length === node.columns.length) return;
          throw new ModelError("rule.table_row", `the row has ${row.length} cells for ${node.columns.length} columns`, {
            path: `${at}.rows[${r}]`,
          });
        });
      case "compare":
        checkTerm(node.left, model, `${at}.left`);
        return checkTerm(node.right, model, `${at}.right`);
      default:
        throw new ModelError("rule.unknown_operator", `unknown operator "${(node as { op: string }).op}"`, { path: at });
    }
  };
  visit(expression, path);
}

function checkTerm(term: Term, model: Known, path: string): void {
  switch (term.op) {
    case "number":
    case "text":
      return;
    case "value":
    case "attribute": {
      const index = model.indexOf.get(term.feature);
      if (index === undefined) throw new ModelError("rule.unknown_feature", `there is no feature "${term.feature}"`, { path });
      if (term.op === "attribute" && model.features[index]!.attributes[term.attribute] === undefined) {
        throw new ModelError("rule.unknown_attribute", `"${term.feature}" has no attribute "${term.attribute}"`, { path });
      }
      return;
    }
    case "sum":
      if (term.under !== undefined && !model.indexOf.has(term.under)) {
        throw new ModelError("rule.unknown_feature", `there is no feature "${term.under}"`, { path });
      }
      if (!model.features.some((feature) => feature.attributes[term.attribute] !== undefined)) {
        throw new ModelError("rule.unknown_attribute", `no feature has an attribute "${term.attribute}"`, { path });
      }
      return;
    case "count":
      for (const id of term.features) {
        if (!model.indexOf.has(id)) throw new ModelError("rule.unknown_feature", `there is no feature "${id}"`, { path });
      }
      return;
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      checkTerm(term.left, model, `${path}.left`);
      return checkTerm(term.right, model, `${path}.right`);
    default:
      throw new ModelError("rule.unknown_operator", `unknown arithmetic "${(term as { op: string }).op}"`, { path });
  }
}
