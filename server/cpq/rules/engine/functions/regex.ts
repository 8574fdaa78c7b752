/** Regular expressions of XPath (XML Schema's, with anchors, back-references and reluctant quantifiers) as those of JavaScript. */
import { readClass, readClassEscape } from "./regex-class.ts";

/** Thrown inside, never out: the pattern is not one of XPath. */
export class PatternError extends Error {}

export interface PatternReader {
  readonly text: string;
  at: number;
  readonly ignoreBlanks: boolean;
}

const compiled = new Map<string, RegExp | null>();

/** The pattern ready to use, or null when the pattern or a flag is none XPath knows. Flags: s m i x q. */
export function compilePattern(pattern: string, flags: string): RegExp | null {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  let made: RegExp | null = null;
  try {
    made = translate(pattern, flags);
  } catch (error) {
    if (!(error instanceof PatternError) && !(error instanceof SyntaxError)) throw error;
  }
  if (compiled.size > 5000) compiled.clear();
  compiled.set(key, made);
  return made;
}

function translate(pattern: string, flags: string): RegExp {
  if (/[^smixq]/.test(flags)) throw new PatternError(`flags "${flags}"`);
  const own = flags.includes("i") ? "iv" : "v";
  if (flags.includes("q")) return new RegExp(literalText(pattern), own);
  const reader: PatternReader = { text: pattern, at: 0, ignoreBlanks: flags.includes("x") };
  const state: State = { dotAll: flags.includes("s"), multiline: flags.includes("m"), groups: 0, closed: new Set() };
  const source = readAlternatives(reader, state);
  if (reader.at < pattern.length) throw new PatternError("a bracket is closed that was not opened");
  return new RegExp(source, own);
}

interface State {
  dotAll: boolean;
  multiline: boolean;
  groups: number;
  closed: Set<number>;
}

export const literalText = (text: string): string => Array.from(text, literal).join("");
export const literal = (character: string): string =>
  /[A-Za-z0-9]/.test(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`;

function skipBlanks(reader: PatternReader): void {
  if (reader.ignoreBlanks) while (/[\t\n\r ]/.test(reader.text[reader.at] ?? "")) reader.at++;
}

function readAlternatives(reader: PatternReader, state: State): string {
  let source = "";
  for (;;) {
    skipBlanks(reader);
    const next = reader.text[reader.at];
    if (next === undefined || next === ")") return source;
    if (next === "|") {
      reader.at++;
      source += "|";
      continue;
    }
    source += readAtom(reader, state) + readQuantifier(reader);
  }
}

function readAtom(reader: PatternReader, state: State): string {
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at)!);
  reader.at += character.length;
  switch (character) {
    case "(":
      return readGroup(reader, state);
    case "[":
      return readClass(reader);
    case ".":
      return state.dotAll ? "[\\s\\S]" : "[^\\n\\r]";
    case "^":
      return state.multiline ? "(?:^|(?<=\\n)(?!$))" : "^";
    case "$":
      return state.multiline ? "(?=\\n|$)" : "$";
    case "\\":
      return readBackReference(reader, state) ?? readClassEscape(reader);
  }
  if ("?*+{}]".includes(character)) throw new PatternError(`"${character}" cannot stand here`);
  return literal(character);
}

function readGroup(reader: PatternReader, state: State): string {
  let open = "(";
  let own: number | null = null;
  if (reader.text.startsWith("?:", reader.at)) {
    reader.at += 2;
    open = "(?:";
  } else own = ++state.groups;
  const inner = readAlternatives(reader, state);
  if (reader.text[reader.at] !== ")") throw new PatternError("a bracket is not closed");
  reader.at++;
  if (own !== null) state.closed.add(own);
  return `${open}${inner})`;
}

/** As many digits as name a group that is complete by now. */
function readBackReference(reader: PatternReader, state: State): string | null {
  const digits = /^[1-9]\d*/.exec(reader.text.slice(reader.at))?.[0];
  if (!digits) return null;
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > state.groups) length--;
  const group = Number(digits.slice(0, length));
  if (!state.closed.has(group)) throw new PatternError(`there is no group ${group} before`);
  reader.at += length;
  return `(?:\\${group})`;
}

function readQuantifier(reader: PatternReader): string {
  skipBlanks(reader);
  const rest = reader.text.slice(reader.at);
  const simple = /^[?*+]/.exec(rest)?.[0];
  const counted = simple ? null : /^\{\s*(\d+)\s*(?:(,)\s*(\d+)?\s*)?\}/.exec(rest);
  if (!simple && !counted) return "";
  if (counted?.[3] !== undefined && Number(counted[1]) > Number(counted[3])) throw new PatternError("a count runs backwards");
  reader.at += (simple ?? counted![0]).length;
  const quantifier = simple ?? `{${counted![1]}${counted![2] ?? ""}${counted![3] ?? ""}}`;
  skipBlanks(reader);
  if (reader.text[reader.at] !== "?") return quantifier;
  reader.at++;
  return `${quantifier}?`;
}
