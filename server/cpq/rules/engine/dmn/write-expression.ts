import type { Expression, TableExpression, TypedName } from "./model.ts";
import type { Element } from "./moddle.ts";
import { make, testsElement, variable } from "./write-dmn.ts";

const child = (expression: Expression): Element => make("ChildExpression", { value: writeExpression(expression) });
const domain = (expression: Expression, typeRef?: string): Element =>
  make("TypedChildExpression", { typeRef, value: writeExpression(expression) });
const optional = (typed: Partial<TypedName>): Element | undefined =>
  typed.name === undefined ? undefined : variable(typed as TypedName);

/** A boxed expression as elements. */
export function writeExpression(expression: Expression): Element {
  const { id, typeRef } = expression;
  const common = { id, typeRef };
  switch (expression.kind) {
    case "literal":
      return make("LiteralExpression", { ...common, text: expression.text, expressionLanguage: expression.language });
    case "table":
      return writeTable(expression);
    case "function":
      return make("FunctionDefinition", {
        ...common,
        kind: expression.language === "FEEL" ? undefined : expression.language,
        formalParameter: expression.parameters.map(variable),
        body: expression.body && writeExpression(expression.body),
      });
    case "context":
      return make("Context", {
        ...common,
        contextEntry: expression.entries.map((entry) =>
          make("ContextEntry", { variable: optional(entry), value: writeExpression(entry.value) }),
        ),
      });
    case "invocation":
      return make("Invocation", {
        ...common,
        calledFunction: writeExpression(expression.callee),
        binding: expression.bindings.map((binding) =>
          make("Binding", { parameter: variable(binding), bindingFormula: binding.value && writeExpression(binding.value) }),
        ),
      });
    case "relation":
      return make("Relation", {
        ...common,
        column: expression.columns.map(variable),
        row: expression.rows.map((row) => make("List", { elements: row.map(writeExpression) })),
      });
    case "list":
      return make("List", { ...common, elements: expression.items.map(writeExpression) });
    case "conditional":
      return make("Conditional", {
        ...common,
        if: child(expression.condition),
        // oxlint-disable-next-line unicorn/no-thenable -- DMN's own name; nobody awaits it
        then: child(expression.whenTrue),
        else: child(expression.whenFalse),
      });
    case "filter":
      return make("Filter", { ...common, in: child(expression.in), match: child(expression.match) });
    case "for":
      return make("For", {
        ...common,
        iteratorVariable: expression.variable,
        in: domain(expression.in, expression.inType),
        return: child(expression.body),
      });
    case "some":
    case "every":
      return make(expression.kind === "some" ? "Some" : "Every", {
        ...common,
        iteratorVariable: expression.variable,
        in: domain(expression.in, expression.inType),
        satisfies: child(expression.body),
      });
  }
}

function writeTable(table: TableExpression): Element {
  return make("DecisionTable", {
    id: table.id,
    typeRef: table.typeRef,
    hitPolicy: table.hitPolicy,
    aggregation: table.aggregation,
    input: table.inputs.map(({ id, label, expression, typeRef, allowed }) =>
      make("InputClause", {
        id,
        label,
        inputExpression: make("LiteralExpression", { typeRef, text: expression }),
        inputValues: testsElement(allowed),
      }),
    ),
    output: table.outputs.map(({ id, name, label, typeRef, allowed, otherwise }) =>
      make("OutputClause", {
        id,
        name,
        label,
        typeRef,
        outputValues: testsElement(allowed),
        defaultOutputEntry: otherwise === undefined ? undefined : make("LiteralExpression", { text: otherwise }),
      }),
    ),
    annotation: table.annotations.map((name) => make("RuleAnnotationClause", { name })),
    rule: table.rules.map(({ id, tests, outputs, annotations }) =>
      make("DecisionRule", {
        id,
        inputEntry: tests.map((text) => make("UnaryTests", { text })),
        outputEntry: outputs.map((text) => make("LiteralExpression", { text })),
        annotationEntry: (annotations ?? []).map((text) => make("RuleAnnotation", { text })),
      }),
    ),
  });
}
