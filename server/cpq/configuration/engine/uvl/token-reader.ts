import { ModelError } from "../model/model-error.ts";
import type { Token } from "./scan.ts";

/** Walks over tokens; what is not there is refused at its line and column. */
export interface TokenReader {
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes the token when it is this symbol or word. */
  take(text: string): Token | null;
  takeKind(kind: Token["kind"]): Token | null;
  expect(text: string, why: string): Token;
  expectKind(kind: Token["kind"], why: string): Token;
  /** A plain or quoted name. */
  name(why: string): Token;
  /** Reads what lies one level deeper; refused at its place when that is deeper than any model is. */
  deeper<T>(read: () => T): T;
  refuse(message: string, token?: Token, code?: string): ModelError;
}

/** Levels of features, brackets and operators inside each other. */
export const deepest = 500;

export function tokenReader(tokens: readonly Token[]): TokenReader {
  let position = 0;
  let depth = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(position + ahead, tokens.length - 1)]!;
  const next = (): Token => {
    const token = peek();
    if (position < tokens.length - 1) position++;
    return token;
  };
  const refuse = (message: string, token = peek(), code = "uvl.syntax"): ModelError =>
    new ModelError(code, message, { line: token.line, column: token.column });
  const shown = (token: Token): string =>
    ({ newline: "the end of the line", indent: "a deeper line", dedent: "a shallower line", end: "the end of the file" })[
      token.kind as string
    ] ?? `"${token.text}"`;
  const isWord = (token: Token, text: string): boolean =>
    (token.kind === "symbol" || token.kind === "name") && token.text === text;
  return {
    peek,
    next,
    refuse,
    deeper(read) {
      if (depth >= deepest) throw refuse(`more than ${deepest} levels inside each other`, peek(), "uvl.too_deep");
      depth++;
      const found = read();
      depth--;
      return found;
    },
    take: (text) => (isWord(peek(), text) ? next() : null),
    takeKind: (kind) => (peek().kind === kind ? next() : null),
    expect(text, why) {
      if (!isWord(peek(), text)) throw refuse(`expected "${text}" ${why}, found ${shown(peek())}`);
      return next();
    },
    expectKind(kind, why) {
      if (peek().kind !== kind) throw refuse(`expected ${why}, found ${shown(peek())}`);
      return next();
    },
    name(why) {
      const token = peek();
      if (token.kind !== "name" && token.kind !== "quoted") throw refuse(`expected ${why}, found ${shown(token)}`);
      return next();
    },
  };
}
