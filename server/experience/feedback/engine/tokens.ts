import type { Language } from "./language.ts";
import { faces } from "./lexicon/faces.ts";
import { isNegation, isTurn } from "./lexicon/lexicon.ts";

/** A word or sign of a text, as the tone reads it. */
export interface Token {
  /** Lower case, without accents, runs of a letter cut to two. */
  word: string;
  kind: "word" | "hashtag" | "mention" | "link" | "face" | "stop" | "pause";
  /** A negation speaks of it. */
  negated: boolean;
  /** After "but" and its like: what people end with weighs more. */
  afterTurn: boolean;
  shouted: boolean;
  stretched: boolean;
}

const scope = 4;
const pattern =
  /https?:?\/*\S*|www\.\S+|@\w+|#[\p{L}\p{N}_]+|[<>]?[:;=8xX][-o'^]?[()[\]DPpO/\\|3*$sS](?![\p{L}\p{N}])|<\/?3+|\^_*\^|-_+-|\p{Extended_Pictographic}|[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*|[.!?…]+|[,;:()"]/gu;

/** What machines left in a text: \u2019, &amp; and the like, made what the writer typed. */
const written = (text: string): string =>
  text
    .replace(/\\+u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replace(/[’‘ʼ`´]/g, "'");

export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("œ", "oe");

/** The words and signs of a text in order. Negations reach four words, to the end of their clause. */
export function tokensOf(text: string, language: Language): Token[] {
  const plain = written(text);
  const joined = language === "fr" ? plain.replaceAll("'", " ") : plain.replace(/([\p{L}])'(?=\p{L})/gu, "$1");
  const tokens: Token[] = [];
  let reach = 0;
  let afterTurn = false;
  let sinceNe = 9;
  for (const [raw] of joined.matchAll(pattern)) {
    const kind = kindOf(raw);
    const lower = kind === "face" ? raw : folded(kind === "hashtag" ? raw.slice(1) : raw);
    const word = lower.replace(/(\p{L})\1{2,}/gu, "$1$1");
    const token: Token = {
      word: kind === "link" ? "<link>" : kind === "mention" ? "<mention>" : word,
      kind,
      negated: reach > 0 && kind !== "face",
      afterTurn,
      shouted: kind === "word" && raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
      stretched: kind === "word" && word.length < lower.length,
    };
    tokens.push(token);
    if (kind === "stop" || kind === "pause") {
      if (kind === "stop" || raw !== '"') reach = 0;
      if (kind === "stop") afterTurn = false;
      continue;
    }
    if (kind !== "word" && kind !== "hashtag") continue;
    if (isTurn(word, language)) {
      reach = 0;
      afterTurn = true;
      token.negated = false;
      continue;
    }
    if (reach > 0) reach -= 1;
    sinceNe += 1;
    if (language === "fr" && (word === "ne" || word === "n")) [sinceNe, reach] = [0, 3];
    else if (language === "en" && word === "too") reach = Math.max(reach, scope);
    else if (isNegation(word, language) || (language === "fr" && word === "plus" && sinceNe <= 3)) {
      token.negated = false;
      // "ça marche pas": people drop the "ne", so the verb just said is meant
      const before = tokens.at(-2);
      if (language === "fr" && word !== "sans" && word !== "ni" && before?.kind === "word") before.negated = true;
      reach = scope;
    }
  }
  return tokens;
}

function kindOf(raw: string): Token["kind"] {
  if (/^(http|www\.)/.test(raw)) return "link";
  if (raw[0] === "@" && raw.length > 1) return "mention";
  if (raw[0] === "#") return "hashtag";
  if (/^[.!?…]+$/.test(raw)) return "stop";
  if (/^[,;:()"]$/.test(raw)) return "pause";
  return faces.has(raw) || /^(\p{Extended_Pictographic}|[^\p{L}\p{N}].*|[:;=8xX][-o'^]?[()[\]DPpO/\\|3*$sS])$/u.test(raw)
    ? "face"
    : "word";
}

/** The plain words of a text, without accents: "l’entrée" is two, "wi-fi" is "wi fi". */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
