import { RuleError } from "../rule-error.ts";
import type { Aggregation, Expression, FunctionExpression, HitPolicy, TableExpression } from "./model.ts";
import type { Element } from "./moddle.ts";
import { given, part, parts, testsOf, text, typed, typeRefOf } from "./read-dmn.ts";

/** An empty literal, for parts a file leaves out. */
const nothing: Expression = { kind: "literal", text: "" };
const inside = (element: Element, property: string): Expression => {
  const child = part(element, property);
  const value = child && part(child, "value");
  return value ? readExpression(value) : nothing;
};
const optional = (element: Element, property: string): Expression | undefined => {
  const child = part(element, property);
  return child && readExpression(child);
};

/** A boxed expression with all it holds. */
export function readExpression(element: Element): Expression {
  const common = { id: text(element, "id"), typeRef: typeRefOf(element) };
  switch (element.$type) {
    case "dmn:LiteralExpression":
    case "dmn:UnaryTests":
      return given<Expression>({
        ...common,
        kind: "literal",
        text: text(element, "text") ?? "",
        language: text(element, "expressionLanguage"),
      });
    case "dmn:DecisionTable":
      return readTable(element);
    case "dmn:FunctionDefinition":
      return readFunction(element);
    case "dmn:Context":
      return given<Expression>({
        ...common,
        kind: "context",
        entries: parts(element, "contextEntry").map((entry) => {
          const variable = part(entry, "variable");
          return given({
            name: variable && text(variable, "name"),
            typeRef: variable && typeRefOf(variable),
            value: optional(entry, "value") ?? nothing,
          });
        }),
      });
    case "dmn:Invocation":
      return given<Expression>({
        ...common,
        kind: "invocation",
        callee: optional(element, "calledFunction") ?? nothing,
        bindings: parts(element, "binding").map((binding) =>
          given({ ...typed(part(binding, "parameter") ?? binding), value: optional(binding, "bindingFormula") }),
        ),
      });
    case "dmn:Relation":
      return given<Expression>({
        ...common,
        kind: "relation",
        columns: parts(element, "column").map(typed),
        rows: parts(element, "row").map((row) => parts(row, "elements").map(readExpression)),
      });
    case "dmn:List":
      return given<Expression>({ ...common, kind: "list", items: parts(element, "elements").map(readExpression) });
    case "dmn:Conditional":
      return given<Expression>({
        ...common,
        kind: "conditional",
        condition: inside(element, "if"),
        whenTrue: inside(element, "then"),
        whenFalse: inside(element, "else"),
      });
    case "dmn:Filter":
      return given<Expression>({ ...common, kind: "filter", in: inside(element, "in"), match: inside(element, "match") });
    case "dmn:For":
    case "dmn:Some":
    case "dmn:Every": {
      const kind = element.$type === "dmn:For" ? "for" : element.$type === "dmn:Some" ? "some" : "every";
      const domain = part(element, "in");
      return given<Expression>({
        ...common,
        kind,
        variable: text(element, "iteratorVariable") ?? "",
        in: inside(element, "in"),
        inType: domain && typeRefOf(domain),
        body: inside(element, kind === "for" ? "return" : "satisfies"),
      });
    }
  }
  throw new RuleError("rules.unreadable", `<${element.$type.replace("dmn:", "")}> is no expression of DMN`);
}

/** A function definition; a bare expression in its place is its body. */
export function readFunction(element: Element): FunctionExpression {
  if (element.$type !== "dmn:FunctionDefinition")
    return { kind: "function", language: "FEEL", parameters: [], body: readExpression(element) };
  const language = text(element, "kind");
  return given<FunctionExpression>({
    kind: "function",
    id: text(element, "id"),
    typeRef: typeRefOf(element),
    language: language === "Java" || language === "PMML" ? language : "FEEL",
    parameters: parts(element, "formalParameter").map(typed),
    body: optional(element, "body"),
  });
}

function readTable(element: Element): TableExpression {
  return given<TableExpression>({
    kind: "table",
    id: text(element, "id"),
    typeRef: typeRefOf(element),
    hitPolicy: (text(element, "hitPolicy") ?? "UNIQUE") as HitPolicy,
    aggregation: text(element, "aggregation") as Aggregation | undefined,
    inputs: parts(element, "input").map((input) => {
      const expression = part(input, "inputExpression");
      return given({
        id: text(input, "id"),
        label: text(input, "label"),
        expression: (expression && text(expression, "text")) ?? "",
        typeRef: expression && typeRefOf(expression),
        allowed: testsOf(input, "inputValues"),
      });
    }),
    outputs: parts(element, "output").map((output) =>
      given({
        id: text(output, "id"),
        name: text(output, "name"),
        label: text(output, "label"),
        typeRef: typeRefOf(output),
        allowed: testsOf(output, "outputValues"),
        otherwise: testsOf(output, "defaultOutputEntry"),
      }),
    ),
    annotations: parts(element, "annotation").map((each) => text(each, "name") ?? ""),
    rules: parts(element, "rule").map((rule) =>
      given({
        id: text(rule, "id"),
        tests: parts(rule, "inputEntry").map((entry) => text(entry, "text") ?? "-"),
        outputs: parts(rule, "outputEntry").map((entry) => text(entry, "text") ?? ""),
        annotations: parts(rule, "annotationEntry").map((entry) => text(entry, "text") ?? ""),
      }),
    ),
  });
}
