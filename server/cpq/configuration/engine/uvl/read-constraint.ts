import type { Comparison, Expression, Term } from "../types.ts";
import type { Token } from "./scan.ts";
import { deepest, type TokenReader } from "./token-reader.ts";

export interface Constraint {
  expression: Expression;
  /** Every name it mentions, to be checked against the tree once that is read. */
  mentions: Token[];
  first: Token;
  last: Token;
}

/** A parsed operator tree, before it is known which parts are logic and which arithmetic. */
type Node =
  | { kind: "binary"; op: string; left: Node; right: Node; token: Token }
  | { kind: "not"; of: Node; token: Token }
  | { kind: "name"; path: Token[]; token: Token }
  | { kind: "literal"; token: Token }
  | { kind: "sum"; args: Token[]; token: Token };

// Strength and grouping to the left as in the UVL grammar.
const strengths: Record<string, number> = {
  "<=>": 1,
  "=>": 2,
  "|": 3,
  "&": 4,
  "==": 5,
  "!=": 5,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
};
const unsupported = new Set(["avg", "len", "floor", "ceil"]);

/** Reads one constraint up to the end of its line. */
export function readConstraint(reader: TokenReader): Constraint {
  const first = reader.peek();
  const tree = readBinary(reader, 1);
  const mentions: Token[] = [];
  const last = reader.peek();
  return { expression: asLogic(reader, tree, mentions), mentions, first, last };
}

function readBinary(reader: TokenReader, weakest: number): Node {
  let left = readUnary(reader);
  for (let chained = 0; ; ) {
    const token = reader.peek();
    const strength = token.kind === "symbol" ? strengths[token.text] : undefined;
    if (strength === undefined || strength < weakest) return left;
    // "and" and "or" are one list however long; every other operator of a chain is a level of its own.
    if (token.text !== "&" && token.text !== "|" && ++chained > deepest)
      throw reader.refuse(`more than ${deepest} operators in a row`, token, "uvl.too_deep");
    reader.next();
    left = { kind: "binary", op: token.text, left, right: readBinary(reader, strength + 1), token };
  }
}

function readUnary(reader: TokenReader): Node {
  const token = reader.next();
  if (token.kind === "symbol" && token.text === "!") return { kind: "not", of: reader.deeper(() => readUnary(reader)), token };
  if (token.kind === "symbol" && token.text === "(") {
    const inner = reader.deeper(() => readBinary(reader, 1));
    reader.expect(")", "to close the bracket");
    return inner;
  }
  if (token.kind === "symbol" && token.text === "-") {
    const number = reader.expectKind("number", "a number after the sign");
    return { kind: "literal", token: { ...number, text: `-${number.text}` } };
  }
  if (token.kind === "number" || token.kind === "string") return { kind: "literal", token };
  if (token.kind === "name" && (token.text === "true" || token.text === "false")) return { kind: "literal", token };
  if (token.kind === "name" && reader.peek().text === "(" && reader.peek().kind === "symbol") {
    if (unsupported.has(token.text)) throw reader.refuse(`the function ${token.text} is not supported`, token, "uvl.unsupported");
    if (token.text !== "sum") throw reader.refuse(`there is no function "${token.text}"`, token);
    reader.next();
    const args = [reader.name("an attribute or feature")];
    if (reader.take(",")) args.push(reader.name("an attribute"));
    reader.expect(")", "after the attribute");
    return { kind: "sum", args, token };
  }
  if (token.kind !== "name" && token.kind !== "quoted")
    throw reader.refuse(`expected a feature or "(", found "${token.text}"`, token);
  const path = [token];
  while (reader.take(".")) path.push(reader.name("an attribute name after the dot"));
  return { kind: "name", path, token };
}

function asLogic(reader: TokenReader, node: Node, mentions: Token[]): Expression {
  const logic = (part: Node): Expression => asLogic(reader, part, mentions);
  if (node.kind === "not") return { op: "not", of: logic(node.of) };
  if (node.kind === "literal" && (node.token.text === "true" || node.token.text === "false") && node.token.kind === "name") {
    return { op: "constant", value: node.token.text === "true" };
  }
  if (node.kind === "name" && node.path.length === 1) {
    mentions.push(node.token);
    return { op: "selected", feature: node.token.text };
  }
  if (node.kind !== "binary" || strengths[node.op]! > 5) {
    throw reader.refuse(`"${node.token.text}" is not something that can be true or false`, node.token);
  }
  if (node.op === "<=>") return { op: "iff", left: logic(node.left), right: logic(node.right) };
  if (node.op === "=>") return { op: "implies", left: logic(node.left), right: logic(node.right) };
  if (node.op === "&" || node.op === "|") {
    const parts: Node[] = [];
    let left: Node = node;
    while (left.kind === "binary" && left.op === node.op) {
      parts.unshift(left.right);
      left = left.left;
    }
    return { op: node.op === "&" ? "and" : "or", of: [left, ...parts].map(logic) };
  }
  const term = (part: Node): Term => asTerm(reader, part, mentions);
  return { op: "compare", cmp: node.op as Comparison, left: term(node.left), right: term(node.right) };
}

function asTerm(reader: TokenReader, node: Node, mentions: Token[]): Term {
  const arithmetic = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;
  if (node.kind === "literal") {
    if (node.token.kind === "number") return { op: "number", value: node.token.text };
    if (node.token.kind === "string") return { op: "text", value: node.token.text };
  }
  if (node.kind === "name") {
    mentions.push(node.token);
    if (node.path.length === 1) return { op: "value", feature: node.token.text };
    return {
      op: "attribute",
      feature: node.token.text,
      attribute: node.path
        .slice(1)
        .map((part) => part.text)
        .join("."),
    };
  }
  if (node.kind === "sum") {
    const [under, attribute] = node.args.length === 2 ? [node.args[0]!, node.args[1]!] : [null, node.args[0]!];
    if (under) mentions.push(under);
    return under ? { op: "sum", attribute: attribute.text, under: under.text } : { op: "sum", attribute: attribute.text };
  }
  const op = node.kind === "binary" ? arithmetic[node.op as keyof typeof arithmetic] : undefined;
  if (node.kind !== "binary" || !op) throw reader.refuse(`"${node.token.text}" is not a number`, node.token);
  return { op, left: asTerm(reader, node.left, mentions), right: asTerm(reader, node.right, mentions) };
}
