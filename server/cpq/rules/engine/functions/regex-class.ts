/** Character classes of XML Schema: [a-z-[aeiou]], \i, \c, \p{Lu}, \p{IsBasicLatin}. */
import { blocks } from "./regex-blocks.ts";
import { literal, PatternError, type PatternReader } from "./regex.ts";

const nameStart = "\\p{L}_\\u{3a}";
const nameCharacter = `${nameStart}\\p{M}\\p{Nd}\\u{b7}\\u{2d}\\u{2e}`;
const many: Record<string, string> = {
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  s: "[ \\t\\n\\r]",
  S: "[^ \\t\\n\\r]",
  w: "[^\\p{P}\\p{Z}\\p{C}]",
  W: "[\\p{P}\\p{Z}\\p{C}]",
  i: `[${nameStart}]`,
  I: `[^${nameStart}]`,
  c: `[${nameCharacter}]`,
  C: `[^${nameCharacter}]`,
};
const single: Record<string, string> = { n: "\n", r: "\r", t: "\t" };
const categories = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split(" "),
);

/** What stands after a backslash: a class of many, or one character. */
export function readClassEscape(reader: PatternReader): string {
  return readMany(reader) ?? literal(readSingle(reader));
}

function readMany(reader: PatternReader): string | null {
  const code = reader.text[reader.at] ?? "";
  if (code in many) {
    reader.at++;
    return many[code]!;
  }
  if (code !== "p" && code !== "P") return null;
  const property = /^[pP]\{([A-Za-z0-9-]+)\}/.exec(reader.text.slice(reader.at));
  if (!property) throw new PatternError("\\p needs a category");
  reader.at += property[0].length;
  const name = property[1]!;
  if (categories.has(name)) return `\\${code}{${name}}`;
  const block = name.startsWith("Is") ? blocks[name.slice(2)] : undefined;
  if (!block) throw new PatternError(`there is no category "${name}"`);
  return `[${code === "P" ? "^" : ""}\\u{${block[0].toString(16)}}-\\u{${block[1].toString(16)}}]`;
}

function readSingle(reader: PatternReader): string {
  const code = reader.text[reader.at] ?? "";
  reader.at++;
  if (code in single) return single[code]!;
  if (code !== "" && "\\|.?*+(){}-[]^$".includes(code)) return code;
  throw new PatternError(`"\\${code}" is nothing`);
}

/** After the opening bracket; reads to the closing one. */
export function readClass(reader: PatternReader): string {
  const negated = reader.text[reader.at] === "^";
  if (negated) reader.at++;
  const items: string[] = [];
  let subtracted = "";
  for (let first = true; ; first = false) {
    skip(reader);
    const next = reader.text[reader.at];
    if (next === undefined) throw new PatternError("a class is not closed");
    if (next === "]") {
      if (first) throw new PatternError("a class is empty");
      reader.at++;
      break;
    }
    if (next === "-" && reader.text[reader.at + 1] === "[" && !first) {
      reader.at += 2;
      subtracted = readClass(reader);
      if (reader.text[reader.at] !== "]") throw new PatternError("after a subtraction the class must end");
      reader.at++;
      break;
    }
    items.push(readItem(reader, first));
  }
  const set = `[${negated ? "^" : ""}${items.join("")}]`;
  return subtracted ? `[${set}--${subtracted}]` : set;
}

const skip = (reader: PatternReader): void => {
  if (reader.ignoreBlanks) while (/[\t\n\r ]/.test(reader.text[reader.at] ?? "")) reader.at++;
};

function readItem(reader: PatternReader, first: boolean): string {
  const from = readCharacter(reader, first);
  if (from.many) return from.source;
  const isRange = reader.text[reader.at] === "-" && reader.text[reader.at + 1] !== "]" && reader.text[reader.at + 1] !== "[";
  if (!isRange) return from.source;
  reader.at++;
  const to = readCharacter(reader, false);
  if (to.many || from.code > to.code) throw new PatternError("a range of characters runs backwards");
  return `${from.source}-${to.source}`;
}

function readCharacter(reader: PatternReader, first: boolean): { source: string; code: number; many: boolean } {
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
  reader.at += character.length;
  if (character === "\\") {
    const several = readMany(reader);
    if (several !== null) return { source: several, code: 0, many: true };
    const one = readSingle(reader);
    return { source: literal(one), code: one.codePointAt(0)!, many: false };
  }
  if (character === "[" || character === "]") throw new PatternError(`"${character}" must be escaped in a class`);
  if (character === "-" && !first && reader.text[reader.at] !== "]") throw new PatternError(`"-" must be escaped in a class`);
  return { source: literal(character), code: character.codePointAt(0)!, many: false };
}
