/** The nodes of lezer-feel's tree as our own syntax. */
import type { parser } from "lezer-feel";
import { RuleError } from "../rule-error.ts";
import { parseNumber } from "../values/number.ts";
import { normalName, type Source } from "./parse.ts";
import { readType } from "./read-type.ts";
import { stringLiteral } from "./string-literal.ts";
import type { Argument, ArithmeticSign, CompareSign, Iteration, Syntax, UnaryTests } from "./syntax.ts";

export type TreeNode = ReturnType<typeof parser.parse>["topNode"];

export const textOfNode = (node: TreeNode, source: Source): string => source.text.slice(node.from, node.to);

export function childrenOf(node: TreeNode): TreeNode[] {
  const children: TreeNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== "LineComment" && child.name !== "BlockComment") children.push(child);
  return children;
}

const signs = new Set(["ArithOp", "CompareOp", "(", ")", "[", "]", "{", "}", ".", ",", ":", ";", ".."]);
const isWord = (node: TreeNode): boolean => /^[a-z]+$/.test(node.name) && node.name !== "nil";
/** The children that are expressions, names or groups of them, not signs and keywords. */
const parts = (node: TreeNode): TreeNode[] =>
  childrenOf(node).filter((child) => !signs.has(child.name) && (!isWord(child) || child.name === "null"));
const signOf = (node: TreeNode, source: Source, name: string): string => {
  const found = childrenOf(node).find((child) => child.name === name);
  return found ? textOfNode(found, source) : "";
};

export function readTests(top: TreeNode, source: Source): UnaryTests {
  const children = childrenOf(top);
  if (children[0]?.name === "Wildcard") return { kind: "any" };
  const tests = children.find((child) => child.name === "PositiveUnaryTests");
  if (!tests) throw new RuleError("rules.unreadable", "the test is empty");
  return { kind: "tests", negated: children[0]?.name === "not", tests: readTestList(tests, source), text: source.text.trim() };
}

const readTestList = (node: TreeNode, source: Source): Syntax[] =>
  parts(node).map((test) => readExpression(parts(test)[0] ?? childrenOf(test)[0]!, source));

export function readExpression(node: TreeNode, source: Source): Syntax {
  const text = textOfNode(node, source);
  const read = (each: TreeNode | undefined): Syntax => {
    if (!each) throw new RuleError("rules.unreadable", `"${text}" is not complete`);
    return readExpression(each, source);
  };
  const inner = node.name === "?" ? [] : parts(node);
  switch (node.name) {
    case "null":
    case "nil":
      return { kind: "literal", text, value: null };
    case "BooleanLiteral":
      return { kind: "literal", text, value: text === "true" };
    case "NumericLiteral":
      return { kind: "literal", text, value: parseNumber(text.replaceAll(/\s/g, "")) };
    case "StringLiteral":
      return { kind: "literal", text, value: stringLiteral(text) };
    case "VariableName":
      return { kind: "name", text, name: normalName(text) };
    case "?":
      return { kind: "input", text };
    case "ParenthesizedExpression":
    case "FunctionBody":
    case "PositiveUnaryTest":
    case "Expression":
      return read(inner[0] ?? childrenOf(node).find((child) => child.name === "?"));
    case "DateTimeLiteral":
      return readDateTime(node, source, text);
    case "PathExpression":
      return { kind: "path", text, of: operand(node, 0), name: textOfNode(last(inner), source).trim() };
    case "FilterExpression":
      return { kind: "filter", text, of: operand(node, 0), by: operand(node, 1) };
    case "FunctionInvocation":
      return readCall(node, source, text);
    case "ArithmeticExpression":
      return readArithmetic();
    case "Comparison":
      return readComparison();
    case "Conjunction":
      return { kind: "and", text, left: operand(node, 0), right: operand(node, 1) };
    case "Disjunction":
      return { kind: "or", text, left: operand(node, 0), right: operand(node, 1) };
    case "IfExpression":
      return { kind: "if", text, condition: operand(node, 0), whenTrue: operand(node, 1), whenFalse: operand(node, 2) };
    case "ForExpression":
      return { kind: "for", text, iterations: readIterations(inner[0]!), body: operand(node, 1) };
    case "QuantifiedExpression": {
      const every = childrenOf(node)[0]?.name === "every";
      return { kind: "quantified", text, every, iterations: readIterations(inner[0]!), body: operand(node, 1) };
    }
    case "InstanceOfExpression":
      return { kind: "instance", text, of: operand(node, 0), type: readType(last(inner), source) };
    case "List":
      return { kind: "list", text, items: operands(node).map(read) };
    case "Context":
      return { kind: "context", text, entries: inner.map(readEntry) };
    case "FunctionDefinition":
      return readFunction();
    case "SimplePositiveUnaryTest":
      return operands(node)[0]?.name === "Interval"
        ? readInterval(operands(node)[0]!)
        : { kind: "unary", text, sign: signOf(node, source, "CompareOp") as CompareSign, operand: operand(node, 0) };
    case "Interval":
      return readInterval(node);
  }
  throw new RuleError("rules.unreadable", `"${text}" is not an expression of FEEL (${node.name})`);

  function operands(of: TreeNode): TreeNode[] {
    return childrenOf(of).filter(
      (child) => child.name === "?" || child.name === "null" || (!signs.has(child.name) && !isWord(child)),
    );
  }
  function operand(of: TreeNode, index: number): Syntax {
    return read(operands(of)[index]);
  }
  function readArithmetic(): Syntax {
    const sign = signOf(node, source, "ArithOp");
    if (operands(node).length === 1) {
      const of = operand(node, 0);
      return sign === "-" ? { kind: "negate", text, of } : of;
    }
    const between = sign === "^" ? "**" : (sign as ArithmeticSign);
    return { kind: "arithmetic", text, sign: between, left: operand(node, 0), right: operand(node, 1) };
  }
  function readComparison(): Syntax {
    const words = childrenOf(node).map((child) => child.name);
    if (words.includes("between"))
      return { kind: "between", text, of: operand(node, 0), low: operand(node, 1), high: operand(node, 2) };
    if (words.includes("in")) {
      const tests = operands(node)[1]!;
      const list = tests.name === "PositiveUnaryTests" ? readTestList(tests, source) : [read(tests)];
      return { kind: "in", text, of: operand(node, 0), tests: list };
    }
    return {
      kind: "compare",
      text,
      sign: signOf(node, source, "CompareOp") as CompareSign,
      left: operand(node, 0),
      right: operand(node, 1),
    };
  }
  function readIterations(of: TreeNode): Iteration[] {
    return parts(of).map((each) => {
      const [name, context] = parts(each);
      const [from, to] = operands(context!);
      const start = { name: normalName(textOfNode(name!, source)), from: read(from) };
      return to ? { ...start, to: read(to) } : start;
    });
  }
  function readEntry(entry: TreeNode): { key: string; value: Syntax } {
    const [key, value] = operands(entry);
    const literal = key!.firstChild?.name === "StringLiteral";
    const written = textOfNode(key!, source).trim();
    return { key: literal ? stringLiteral(written) : written.replaceAll(/\s+/g, " "), value: read(value) };
  }
  function readFunction(): Syntax {
    const list = inner.find((child) => child.name === "FormalParameters");
    const parameters = (list ? parts(list) : []).map((parameter) => {
      const [name, type] = parts(parameter);
      const named = { name: normalName(textOfNode(name!, source)) };
      return type ? { ...named, type: readType(type, source) } : named;
    });
    const external = childrenOf(node).some((child) => child.name === "external");
    return { kind: "function", text, parameters, body: read(inner.find((child) => child.name === "FunctionBody")), external };
  }
  function readInterval(of: TreeNode): Syntax {
    const children = childrenOf(of);
    const startIncluded = children[0]?.name === "[";
    const endIncluded = last(children).name === "]";
    return { kind: "interval", text, start: operand(of, 0), startIncluded, end: operand(of, 1), endIncluded };
  }
}

const last = (nodes: readonly TreeNode[]): TreeNode => nodes[nodes.length - 1]!;

function readDateTime(node: TreeNode, source: Source, text: string): Syntax {
  const [first] = childrenOf(node);
  if (first?.name === "AtLiteral")
    return { kind: "at", text, literal: stringLiteral(textOfNode(first, source).replace(/^@\s*/, "")) };
  return readCall(node, source, text);
}

function readCall(node: TreeNode, source: Source, text: string): Syntax {
  const [callee, ...rest] = childrenOf(node);
  const args: Argument[] = [];
  for (const group of rest) {
    if (group.name === "PositionalParameters")
      for (const each of childrenOf(group)) if (!signs.has(each.name)) args.push({ value: readExpression(each, source) });
    if (group.name === "NamedParameters")
      for (const each of childrenOf(group)) {
        if (each.name !== "NamedParameter") continue;
        const [name, ...others] = childrenOf(each).filter((child) => !signs.has(child.name));
        args.push({ name: normalName(textOfNode(name!, source)), value: readExpression(others[0]!, source) });
      }
  }
  const called = callee!.name === "DateTimeConstructor" || callee!.name === "SpecialFunctionName";
  const name = textOfNode(callee!, source).replaceAll(/\s+/g, " ").trim();
  return { kind: "call", text, callee: called ? { kind: "name", text: name, name } : readExpression(callee!, source), args };
}
