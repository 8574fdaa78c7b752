/** A FEEL expression as a tree. `text` is the expression as written, for problems and traces. */
import type { FeelNumber } from "../values/number.ts";

export type CompareSign = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticSign = "+" | "-" | "*" | "/" | "**";
type Node<K extends string, T = object> = { readonly kind: K; readonly text: string } & Readonly<T>;

export type Iteration = { readonly name: string; readonly from: Syntax; readonly to?: Syntax };
export type Argument = { readonly name?: string; readonly value: Syntax };

export type Syntax =
  | Node<"literal", { value: null | boolean | string | FeelNumber }>
  | Node<"at", { literal: string }>
  | Node<"name", { name: string }>
  | Node<"input">
  | Node<"path", { of: Syntax; name: string }>
  | Node<"filter", { of: Syntax; by: Syntax }>
  | Node<"call", { callee: Syntax; args: readonly Argument[] }>
  | Node<"arithmetic", { sign: ArithmeticSign; left: Syntax; right: Syntax }>
  | Node<"negate", { of: Syntax }>
  | Node<"compare", { sign: CompareSign; left: Syntax; right: Syntax }>
  | Node<"between", { of: Syntax; low: Syntax; high: Syntax }>
  | Node<"in", { of: Syntax; tests: readonly Syntax[] }>
  | Node<"and", { left: Syntax; right: Syntax }>
  | Node<"or", { left: Syntax; right: Syntax }>
  | Node<"if", { condition: Syntax; whenTrue: Syntax; whenFalse: Syntax }>
  | Node<"for", { iterations: readonly Iteration[]; body: Syntax }>
  | Node<"quantified", { every: boolean; iterations: readonly Iteration[]; body: Syntax }>
  | Node<"instance", { of: Syntax; type: TypeSyntax }>
  | Node<"list", { items: readonly Syntax[] }>
  | Node<"context", { entries: readonly { readonly key: string; readonly value: Syntax }[] }>
  | Node<"function", { parameters: readonly { name: string; type?: TypeSyntax }[]; body: Syntax; external: boolean }>
  /** [1..5], ]1..5[, (1..5) */
  | Node<"interval", { start: Syntax; startIncluded: boolean; end: Syntax; endIncluded: boolean }>
  /** > 5 without left side: a test of `?`, or a range when used as a value. */
  | Node<"unary", { sign: CompareSign; operand: Syntax }>;

export type TypeSyntax =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list" | "range"; readonly of: TypeSyntax }
  | { readonly kind: "context"; readonly entries: readonly { readonly name: string; readonly type: TypeSyntax }[] }
  | { readonly kind: "function"; readonly parameters: readonly TypeSyntax[]; readonly result: TypeSyntax };

/** Tests of one cell: a dash, or positive tests, or not(...) around them. */
export type UnaryTests =
  | { readonly kind: "any" }
  | { readonly kind: "tests"; readonly negated: boolean; readonly tests: readonly Syntax[]; readonly text: string };
