import type { ModelJson, RuleJson } from "../types.ts";
import { type Constraint, readConstraint } from "./read-constraint.ts";
import { type Gathered, readFeature } from "./read-features.ts";
import { type RuleNote, scan } from "./scan.ts";
import { type TokenReader, tokenReader } from "./token-reader.ts";

/**
 * Reads a Universal Variability Language model: features, groups with cardinalities, feature cardinalities, attributes, and
 * boolean and arithmetic constraints. Imports are refused. Every ModelError names line and column. Language: universal-
 * variability-language.github.io (grammar of the uvl-parser project).
 */
export function readUvl(source: string): ModelJson {
  const { tokens, notes } = scan(source);
  const reader = tokenReader(tokens);
  const gathered: Gathered = { declared: new Map(), constraints: [] };
  let id = "";
  let root: ModelJson["root"] | null = null;
  while (reader.peek().kind !== "end") {
    const section = reader.next();
    switch (section.text) {
      case "namespace":
        id = [...namesOnLine(reader)].join(".");
        break;
      case "include":
        reader.expectKind("newline", "the end of the line");
        skipBlock(reader);
        break;
      case "imports":
        throw reader.refuse("imports are not supported: put the imported features into this file", section, "uvl.imports");
      case "features":
        if (root) throw reader.refuse("a model has one features section", section);
        reader.expectKind("newline", "the end of the line");
        reader.expectKind("indent", "the root feature on a deeper line");
        root = readFeature(reader, gathered);
        if (!reader.takeKind("dedent")) throw reader.refuse("a model has one root feature");
        break;
      case "constraints":
        reader.expectKind("newline", "the end of the line");
        if (!reader.takeKind("indent")) break;
        while (!reader.takeKind("dedent")) {
          gathered.constraints.push(readConstraint(reader));
          reader.expectKind("newline", "an operator or the end of the line");
        }
        break;
      default:
        throw reader.refuse(`expected namespace, include, features or constraints, found "${section.text}"`, section);
    }
  }
  if (!root) throw reader.refuse("there is no features section");
  return { id: id || root.id, root, rules: rulesOf(source, gathered, notes, reader) };
}

function rulesOf(source: string, gathered: Gathered, notes: readonly RuleNote[], reader: TokenReader): RuleJson[] {
  const instances = /\[\d+\]/g;
  let before = 0;
  return gathered.constraints.map((constraint: Constraint, position) => {
    for (const token of constraint.mentions) {
      if (!gathered.declared.has(token.text.replace(instances, ""))) {
        throw reader.refuse(`there is no feature "${token.text}"`, token, "uvl.unknown_feature");
      }
    }
    const after = before;
    before = constraint.first.line;
    const note = notes.find(({ line }) => line > after && line < before);
    const written = source.slice(constraint.first.start, constraint.last.start).trim();
    return { id: note?.id ?? `C${position + 1}`, text: note?.text ?? written, expression: constraint.expression };
  });
}

function* namesOnLine(reader: TokenReader): Generator<string> {
  yield reader.name("a name").text;
  while (reader.take(".")) yield reader.name("a name").text;
  reader.expectKind("newline", "the end of the line");
}

function skipBlock(reader: TokenReader): void {
  if (!reader.takeKind("indent")) return;
  for (let depth = 1; depth > 0; ) {
    const token = reader.next();
    if (token.kind === "indent") depth++;
    if (token.kind === "dedent") depth--;
    if (token.kind === "end") return;
  }
}
