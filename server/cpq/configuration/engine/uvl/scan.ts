import { ModelError } from "../model/model-error.ts";

export interface Token {
  kind: "name" | "quoted" | "string" | "number" | "symbol" | "newline" | "indent" | "dedent" | "end";
  text: string;
  line: number;
  column: number;
  /** Offset in the source, to quote a rule as it was written. */
  start: number;
  end: number;
}

/** A `// rule id: text` line gives the constraint after it its name. */
export interface RuleNote {
  line: number;
  id: string;
  text: string;
}

const symbols = [
  "<=>",
  "=>",
  "==",
  "!=",
  "<=",
  ">=",
  "..",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ".",
  "!",
  "&",
  "|",
  "<",
  ">",
  "+",
  "-",
  "*",
  "/",
];
const wordStart = /[\p{L}_0-9]/u;
const wordPart = /[\p{L}\p{M}\p{N}_#§%?\\';]/u;

/** Splits UVL into words and symbols, with indentation as tokens; inside brackets line ends count for nothing. */
export function scan(source: string): { tokens: Token[]; notes: RuleNote[] } {
  const tokens: Token[] = [];
  const notes: RuleNote[] = [];
  const indents = [0];
  let brackets = 0;
  let line = 1;
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let lineStart = at;
  let fresh = true;
  const push = (kind: Token["kind"], start: number, end: number, text = source.slice(start, end)): void => {
    tokens.push({ kind, text, line, column: start - lineStart + 1, start, end });
  };
  const refuse = (message: string, start = at): ModelError =>
    new ModelError("uvl.syntax", message, { line, column: start - lineStart + 1 });
  const newLine = (): void => {
    line++;
    lineStart = at;
    fresh = true;
  };

  while (at < source.length) {
    const char = source[at]!;
    if (char === "\n" || char === "\r") {
      if (brackets === 0 && !fresh) push("newline", at, at, "");
      at += char === "\r" && source[at + 1] === "\n" ? 2 : 1;
      newLine();
      continue;
    }
    if (char === " " || char === "\t") {
      at++;
      continue;
    }
    if (source.startsWith("//", at)) {
      const end = endOfLine(source, at);
      const note = /^\/\/ rule ([^:\s]+): (.*)$/.exec(source.slice(at, end).trimEnd());
      if (note) notes.push({ line, id: note[1]!, text: note[2]! });
      at = end;
      continue;
    }
    if (source.startsWith("/*", at)) {
      const end = source.indexOf("*/", at + 2);
      if (end < 0) throw refuse("this comment is never closed by */");
      for (let i = at; i < end; i++) {
        if (source[i] !== "\n") continue;
        line++;
        lineStart = i + 1;
      }
      at = end + 2;
      continue;
    }
    if (fresh && brackets === 0) {
      const width = indentWidth(source, lineStart, at);
      if (width > indents.at(-1)!) {
        indents.push(width);
        push("indent", at, at, "");
      }
      while (width < indents.at(-1)!) {
        indents.pop();
        push("dedent", at, at, "");
      }
      if (width !== indents.at(-1)) throw refuse("this indentation matches no line above");
    }
    fresh = false;
    const start = at;
    if (char === '"' || char === "'") {
      const end = source.indexOf(char, at + 1);
      if (end < 0 || source.slice(at, end).includes("\n")) throw refuse(`this text is never closed by ${char}`);
      at = end + 1;
      push(char === '"' ? "quoted" : "string", start, at, source.slice(start + 1, end));
      continue;
    }
    if (wordStart.test(char)) {
      const number = /^\d+(\.\d+)?(?![\p{L}\p{N}_])/u.exec(source.slice(at, at + 60));
      if (number) at += number[0].length;
      else while (at < source.length && wordPart.test(source[at]!)) at++;
      push(number ? "number" : "name", start, at);
      continue;
    }
    const symbol = symbols.find((candidate) => source.startsWith(candidate, at));
    if (!symbol) throw refuse(`unexpected character "${char}"`);
    at += symbol.length;
    if ("([{".includes(symbol)) brackets++;
    if (")]}".includes(symbol) && --brackets < 0) throw refuse(`"${symbol}" closes nothing`, start);
    push("symbol", start, at);
  }
  if (brackets > 0) throw refuse("a bracket is never closed");
  if (!fresh) push("newline", at, at, "");
  for (let i = indents.length; i > 1; i--) push("dedent", at, at, "");
  push("end", at, at, "");
  return { tokens, notes };
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end < 0 ? source.length : end;
}

/** A tab reaches the next multiple of four, so that tabs and four spaces may be mixed. */
function indentWidth(source: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width = source[i] === "\t" ? (Math.floor(width / 4) + 1) * 4 : width + 1;
  return width;
}
