/** Each input of a table as pieces, and each cell as the pieces it takes. */
import { compileTests } from "../feel/compile-test.ts";
import { compile } from "../feel/compile.ts";
import { parseTests } from "../feel/parse.ts";
import { type Env, rootScope } from "../feel/scope.ts";
import type { Syntax, UnaryTests } from "../feel/syntax.ts";
import { RuleError } from "../rule-error.ts";
import { newEvaluation } from "../values/evaluation.ts";
import { isKind, isList, type Value } from "../values/value.ts";
import type { TableExpression } from "../dmn/model.ts";
import { type Piece, piecesOf } from "./pieces.ts";

export interface Column {
  name: string;
  pieces: Piece[];
  /** Per rule, which pieces pass; null for a cell whose test cannot be laid out as values. */
  cells: (boolean[] | null)[];
}

const scope = rootScope(new Map());
const env = (): Env => ({ up: null, value: new Map(), run: newEvaluation() });

export const columnsOf = (table: TableExpression): Column[] => table.inputs.map((_, index) => columnOf(table, index));

function columnOf(table: TableExpression, index: number): Column {
  const input = table.inputs[index]!;
  const written = table.rules.map(({ tests }) => constantTests(tests[index] ?? "-"));
  const allowed = constantTests(input.allowed ?? "-");
  const named: Value[] = input.typeRef === "boolean" ? [true, false] : [];
  let ordered = false;
  for (const tests of [...written, allowed]) {
    if (tests === null || tests.kind === "any") continue;
    for (const test of tests.tests) ordered = name(test, named) || ordered;
  }
  const passes = (tests: UnaryTests) => {
    const check = compileTests(tests, scope);
    return ({ sample }: Piece) => check(env(), sample);
  };
  const all =
    named.length === 0 ? [{ sample: "", is: "other", low: null, high: null } satisfies Piece] : piecesOf(named, ordered);
  const pieces = allowed === null || allowed.kind === "any" ? all : all.filter(passes(allowed));
  const cells = written.map((tests) => (tests === null ? null : pieces.map(tests.kind === "any" ? () => true : passes(tests))));
  return { name: input.label ?? input.expression.trim(), pieces, cells };
}

/** The tests of a cell when all they compare with are constants; null otherwise. */
function constantTests(text: string): UnaryTests | null {
  try {
    const tests = parseTests(text.trim() === "" ? "-" : text);
    return tests.kind === "any" || tests.tests.every(isConstant) ? tests : null;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return null;
  }
}

const constantCalls = new Set(["date", "time", "date and time", "duration"]);

function isConstant(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case "literal":
    case "at":
      return true;
    case "negate":
      return isConstant(syntax.of);
    case "arithmetic":
      return isConstant(syntax.left) && isConstant(syntax.right);
    case "unary":
      return isConstant(syntax.operand);
    case "interval":
      return isConstant(syntax.start) && isConstant(syntax.end);
    case "list":
      return syntax.items.every(isConstant);
    case "call":
      return (
        syntax.callee.kind === "name" &&
        constantCalls.has(syntax.callee.name) &&
        syntax.args.every(({ value }) => isConstant(value))
      );
    default:
      return false;
  }
}

/** Notes the values a test names; true when it asks for an order. */
function name(syntax: Syntax, named: Value[]): boolean {
  if (syntax.kind === "unary") {
    note(compile(syntax.operand, scope)(env()), named);
    return syntax.sign !== "=" && syntax.sign !== "!=";
  }
  return note(compile(syntax, scope)(env()), named);
}

function note(value: Value, named: Value[]): boolean {
  if (isKind(value, "range")) {
    named.push(value.start, value.end);
    return true;
  }
  if (isList(value)) return value.map((each) => note(each, named)).some(Boolean);
  named.push(value);
  return typeof value !== "string" && typeof value !== "boolean";
}
