import type { Expression, Model, TableExpression } from "../dmn/model.ts";
import { analyseTable, type TableAnalysis } from "./analyse-table.ts";

/** Every decision table of a model, however deep inside boxed expressions, with what is wrong with it. */
export function analyseModel(model: Model): ({ element: string; table?: string } & TableAnalysis)[] {
  return [...model.decisions, ...model.knowledge].flatMap(({ name, logic }) =>
    (logic ? tablesIn(logic) : []).map((table) => ({
      element: name,
      ...(table.id === undefined ? {} : { table: table.id }),
      ...analyseTable(table),
    })),
  );
}

function tablesIn(expression: Expression): TableExpression[] {
  switch (expression.kind) {
    case "table":
      return [expression];
    case "context":
      return expression.entries.flatMap(({ value }) => tablesIn(value));
    case "function":
      return expression.body ? tablesIn(expression.body) : [];
    case "invocation":
      return [expression.callee, ...expression.bindings.flatMap(({ value }) => value ?? [])].flatMap(tablesIn);
    case "relation":
      return expression.rows.flat().flatMap(tablesIn);
    case "list":
      return expression.items.flatMap(tablesIn);
    case "conditional":
      return [expression.condition, expression.whenTrue, expression.whenFalse].flatMap(tablesIn);
    case "filter":
      return [expression.in, expression.match].flatMap(tablesIn);
    case "for":
    case "some":
    case "every":
      return [expression.in, expression.body].flatMap(tablesIn);
    case "literal":
      return [];
  }
}
