import { eld as shared } from "eld/small";

/** The languages whose tone and themes are read. */
export type Language = "en" | "fr";

const eld = shared.newInstance();
/** How much better another language must fit before a text counts as that: people mix in foreign names and tags. */
const margin = 0.1;
const surelyLong = 12;

const isOurs = (language: string): language is Language => language === "en" || language === "fr";

/** What is the same in all languages, taken out: addresses of pages and people, and words run together in a tag. */
const prose = (text: string): string =>
  text
    .replace(/\\+u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/https?:?\S*|www\.\S+|@\w+|#(?=\w)|&\w+;|\b(?:RT|via)\b|[\\"]/g, " ")
    .replace(/([a-zà-ÿ])([A-Z])/g, "$1 $2")
    .trim();

/**
 * The language of a text as a two-letter code, by the letters people type (60 languages); `otherwise` when there is nothing to
 * tell by. English and French are preferred where another language fits hardly better.
 */
export function detectLanguage(text: string, otherwise: Language = "en"): string {
  const words = prose(text);
  if (words.length < 3) return otherwise;
  const found = eld.detect(words);
  if (found.language === "" || isOurs(found.language)) return found.language || otherwise;
  const scores = found.getScores();
  const best = scores[found.language] ?? 0;
  const [en, fr] = [scores["en"] ?? 0, scores["fr"] ?? 0];
  const isLatin = /\p{Script=Latin}/u.test(words);
  const isClear = found.isReliable() && words.length >= surelyLong && best - Math.max(en, fr) > margin;
  if (isClear || !isLatin) return found.language;
  return en === fr ? otherwise : en > fr ? "en" : "fr";
}

/** English or French; what the reader's account says decides when the text is too short to tell, or is in neither. */
export function languageOf(text: string, otherwise: Language): Language {
  if (text.trim().length < 8) return otherwise;
  const found = detectLanguage(text, otherwise);
  return isOurs(found) ? found : otherwise;
}
