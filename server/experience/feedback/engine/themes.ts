import type { Language } from "./language.ts";
import { folded, wordsOf } from "./tokens.ts";

export interface Theme {
  key: string;
  /** Beginnings of words, or phrases; those of up to four letters stand for a word and its plain endings. Accents do not matter. */
  words: Record<Language, readonly string[]>;
}

/** "app" is not the beginning of "appointment". */
const longestWholeWord = 4;
const endings = /^(?:e?s?|x|ly|ed|ing|ings|ers?|ees?)$/;

/** The themes a text speaks of, in the order of the taxonomy. */
export const themesOf = (text: string, language: Language, taxonomy: readonly Theme[]): string[] =>
  whyThemes(text, language, taxonomy).map(({ key }) => key);

/** The themes with the words that spoke of them. */
export function whyThemes(text: string, language: Language, taxonomy: readonly Theme[]): { key: string; because: string[] }[] {
  const words = wordsOf(text);
  const line = ` ${words.join(" ")}`;
  return taxonomy
    .map(({ key, words: stems }) => ({ key, because: stems[language].filter((stem) => speaks(stem, words, line)) }))
    .filter(({ because }) => because.length > 0);
}

const foldedStems = new Map<string, string>();
function speaks(written: string, words: readonly string[], line: string): boolean {
  let stem = foldedStems.get(written);
  if (stem === undefined) foldedStems.set(written, (stem = wordsOf(folded(written)).join(" ")));
  if (stem === "") return false;
  if (stem.includes(" ")) return line.includes(` ${stem}`);
  return words.some((word) => word.startsWith(stem) && (stem.length > longestWholeWord || endings.test(word.slice(stem.length))));
}
