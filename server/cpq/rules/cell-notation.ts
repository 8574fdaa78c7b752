import { parseTests } from "./engine/feel/parse.ts";
import type { Syntax } from "./engine/feel/syntax.ts";
import { RuleError } from "./engine/rule-error.ts";

export type InputType = "number" | "text";

/** A cell that cannot be used, by kind, so that each language has its own words; `detail` is what the kind is about. */
export class CellFault extends RangeError {
  readonly kind: "unreadable" | "unknown_name" | "texts_have_no_order";
  readonly detail: string;
  constructor(kind: CellFault["kind"], message: string, detail: string) {
    super(message);
    this.kind = kind;
    this.detail = detail;
  }
}

/**
 * A cell as people write it, as FEEL: `10..20` is `[10..20]`, `seller, admin` is `"seller", "admin"`, `not a, b` is
 * `not("a", "b")`. FEEL itself is taken as it is, as long as it names nothing but `?` and the inputs of the table.
 * An unknown fact (null) passes no test but `-`. Throws CellFault (a RangeError) saying what cannot be read.
 */
export function asFeel(cell: string, type: InputType, inputs: readonly string[]): string {
  const text = cell.trim();
  if (text === "" || text === "-") return "-";
  const written = type === "number" ? numbersAsFeel(text) : textsAsFeel(text);
  let tests: ReturnType<typeof parseTests>;
  try {
    tests = parseTests(written, Object.fromEntries(inputs.map((name) => [name, 1])));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new CellFault("unreadable", `"${text}" cannot be read`, error.message);
  }
  const stranger = namesIn(tests).find((name) => !inputs.includes(name));
  if (stranger !== undefined) throw new CellFault("unknown_name", `"${text}": there is no "${stranger}"`, stranger);
  if (tests.kind === "any" || !tests.negated) return written;
  return written.replace(/\)\s*$/, ", null)");
}

function numbersAsFeel(text: string): string {
  const range = /^(-?\d[\d.]*?)\s*\.\.\s*(-?\d[\d.]*)$/.exec(text);
  if (range) return `[${range[1]}..${range[2]}]`;
  const negated = /^not\s+([^(].*)$/.exec(text);
  return negated ? `not(${negated[1]})` : text;
}

/** Bare words are texts; anything with quotes, brackets or a question mark is FEEL already. */
function textsAsFeel(text: string): string {
  if (/["(?[\]]/.test(text)) return text;
  const sign = /^(<=|>=|!=|<|>|=)\s*(.+)$/.exec(text);
  if (sign) {
    if (sign[1] !== "=" && sign[1] !== "!=")
      throw new CellFault("texts_have_no_order", `"${text}": texts are compared with = and != only`, text);
    return `${sign[1]} ${JSON.stringify(sign[2])}`;
  }
  const negated = /^not\s+(.+)$/.exec(text);
  const words = (negated?.[1] ?? text).split(",").map((word) => JSON.stringify(word.trim()));
  return negated ? `not(${words.join(", ")})` : words.join(", ");
}

/** The names a test uses, functions that are called apart. */
function namesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (part === null || typeof part !== "object") return [];
  const syntax = part as Syntax;
  if (syntax.kind === "name") return [syntax.name];
  if (syntax.kind === "call") return namesIn(syntax.args);
  return Object.values(part).flatMap(namesIn);
}
