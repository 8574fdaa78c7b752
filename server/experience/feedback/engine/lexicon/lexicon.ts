import type { Language } from "../language.ts";
import { english, englishNegations, englishSofteners, englishStrengtheners, englishTurns } from "./english.ts";
import { englishPhrases, frenchPhrases } from "./phrases.ts";
import { french, frenchNegations, frenchSofteners, frenchStrengtheners, frenchTurns } from "./french.ts";

interface Lexicon {
  words: ReadonlyMap<string, number>;
  stems: ReadonlyMap<string, number>;
  negations: ReadonlySet<string>;
  strengtheners: ReadonlySet<string>;
  softeners: ReadonlySet<string>;
  turns: ReadonlySet<string>;
}

export interface Phrase {
  words: readonly string[];
  tone: number;
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
const list = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean);
const shortestStem = 3;

function lexicon(levels: Readonly<Record<string, string>>, [no, very, hardly, but]: [string, string, string, string]): Lexicon {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  for (const [level, text] of Object.entries(levels))
    for (const word of list(text)) {
      if (word.endsWith("*")) stems.set(word.slice(0, -1), Number(level));
      else words.set(word, Number(level));
    }
  const set = (text: string) => new Set(list(text));
  return { words, stems, negations: set(no), strengtheners: set(very), softeners: set(hardly), turns: set(but) };
}

const lexicons: Record<Language, Lexicon> = {
  en: lexicon(english, [englishNegations, englishStrengtheners, englishSofteners, englishTurns]),
  fr: lexicon(french, [frenchNegations, frenchStrengtheners, frenchSofteners, frenchTurns]),
};

/** Phrases by their first two words (by the first alone where the second may end in any way), longest first. */
function phrasesOf(levels: Readonly<Record<string, string>>): ReadonlyMap<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const [level, text] of Object.entries(levels))
    for (const phrase of text.split("|")) {
      const words = list(phrase);
      if (words.length === 0) continue;
      const isOpen = words.slice(0, 2).some((word) => word.endsWith("*"));
      const key = words.length === 1 || isOpen ? words[0]!.replace("*", "") : `${words[0]} ${words[1]}`;
      found.set(key, [...(found.get(key) ?? []), { words, tone: Number(level) }]);
    }
  for (const each of found.values()) each.sort((a, b) => b.words.length - a.words.length);
  return found;
}

const phrases: Record<Language, ReadonlyMap<string, Phrase[]>> = { en: phrasesOf(englishPhrases), fr: phrasesOf(frenchPhrases) };

const fits = (word: string | undefined, part: string): boolean =>
  word !== undefined && (part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part);

/** The longest phrase with a tone that begins at a place, if one does. */
export function phraseAt(words: readonly { word: string }[], at: number, language: Language): Phrase | undefined {
  const fitting = (key: string): Phrase | undefined =>
    phrases[language].get(key)?.find((phrase) => phrase.words.every((part, index) => fits(words[at + index]?.word, part)));
  const first = words[at]!.word;
  const second = words[at + 1]?.word;
  return (second === undefined ? undefined : fitting(`${first} ${second}`)) ?? fitting(first);
}

const known: Record<Language, Map<string, number>> = { en: new Map(), fr: new Map() };
const mostKnown = 50_000;

/** The tone of a word by itself: -3 to 3, 0 for a word without one. The longest stem that fits decides. */
export function toneOfWord(word: string, language: Language): number {
  const before = known[language].get(word);
  if (before !== undefined) return before;
  const tone = lookUp(word, lexicons[language]);
  if (known[language].size < mostKnown) known[language].set(word, tone);
  return tone;
}

function lookUp(word: string, { words, stems }: Lexicon): number {
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  for (let length = word.length; length >= shortestStem; length -= 1) {
    const tone = stems.get(word.slice(0, length));
    if (tone !== undefined) return tone;
  }
  return 0;
}

export const isNegation = (word: string, language: Language): boolean => lexicons[language].negations.has(word);
export const isTurn = (word: string, language: Language): boolean => lexicons[language].turns.has(word);
/** How a word changes the strength of the next: 1.5 stronger, 0.6 weaker, 1 not at all. */
export const weightOf = (word: string, language: Language): number =>
  lexicons[language].strengtheners.has(word) ? 1.5 : lexicons[language].softeners.has(word) ? 0.6 : 1;
