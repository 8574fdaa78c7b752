/** Texts to syntax trees by lezer-feel, which knows the names in scope and so finds names with spaces and signs. */
import { normalizeContextKey, parser, trackVariables } from "lezer-feel";
import { RuleError } from "../rule-error.ts";
import { childrenOf, readExpression, readTests, type TreeNode } from "./read-tree.ts";
import type { Syntax, UnaryTests } from "./syntax.ts";

/** The names in scope, each with the names inside it (1 when nothing is known of them). */
export type Names = { readonly [name: string]: Names | 1 };

export const normalName = (name: string): string => normalizeContextKey(name.replaceAll(/\s+/g, " "));

const expressions = new Map<string, Syntax>();
const tests = new Map<string, UnaryTests>();
const mostKept = 20_000;

/** Remembers what was parsed, by the text and the names it was read with. */
function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (cache.size >= mostKept) cache.clear();
  cache.set(key, made);
  return made;
}

export const parseExpression = (text: string, names: Names = {}): Syntax =>
  kept(expressions, `${text}\u0000${JSON.stringify(names)}`, () => {
    const { tree, source } = parse(text, "Expression", names);
    const inner = childrenOf(tree)[0];
    if (!inner) throw new RuleError("rules.unreadable", "the expression is empty");
    return readExpression(inner, source);
  });

export const parseTests = (text: string, names: Names = {}): UnaryTests =>
  kept(tests, `${text}\u0000${JSON.stringify(names)}`, () => {
    const { tree, source } = parse(text, "UnaryTests", names);
    return readTests(tree, source);
  });

/** What readers of the tree need to know of the text: itself, and where `range<` stood before the grammar saw `list <`. */
export interface Source {
  text: string;
  ranges: ReadonlySet<number>;
}

/** The grammar has no range<T>, which DMN 1.5 writes; list<T> of the same length reads the same. */
const rangeType =
  /\brange(?=\s*<\s*(?:number|string|boolean|date|time|years|days|Any|list|context|function|range|t[A-Z_])[\w\s<>,:]*>)/g;

function parse(written: string, top: "Expression" | "UnaryTests", names: Names): { tree: TreeNode; source: Source } {
  const ranges = new Set<number>();
  const text = written.replaceAll(rangeType, (_, at: number) => {
    ranges.add(at);
    return "list ";
  });
  const readable = text
    .replaceAll(/[\u2028\u2029\u0085]/g, " ")
    .replaceAll(/"(?:[^"\\]|\\.)*"/gs, (literal) => literal.replaceAll(/[\r\n]/g, " "));
  const tree = treeOf(readable, top, names);
  const wrong = firstError(tree.topNode);
  if (wrong) {
    const near = written.slice(Math.max(0, wrong.from - 15), wrong.to + 15).trim();
    throw new RuleError("rules.unreadable", `"${written.trim()}" cannot be read near "${near}" (character ${wrong.from + 1})`);
  }
  return { tree: tree.topNode, source: { text: written, ranges } };
}

/** The parser's tracker of names gives up on some broken texts by throwing. */
function treeOf(text: string, top: string, names: Names) {
  try {
    return parser.configure({ top, contextTracker: trackVariables(names) }).parse(text);
  } catch (error) {
    throw new RuleError("rules.unreadable", `"${text.trim()}" cannot be read: ${(error as Error).message}`);
  }
}

function firstError(node: TreeNode): TreeNode | null {
  if (node.type.isError) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const wrong = firstError(child);
    if (wrong) return wrong;
  }
  return null;
}
