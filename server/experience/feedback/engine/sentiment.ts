import { negations, strengtheners, tones } from "./words.ts";

export type Sentiment = "negative" | "neutral" | "positive";
export interface Tone {
  sentiment: Sentiment;
  /** 0.34 (a guess) to 0.95: how much spoke for it, and how much against. Word lists are never sure. */
  confidence: number;
}

const window = 3;
const scales = { nps: [6, 9], csat: [2, 4], ces: [3, 5] } as const;

/** The words of a text, lower case, apostrophes made one. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("'", "’")
    .match(/[\p{L}\p{N}][\p{L}\p{N}’-]*|[.!?;:,]/gu) ?? [];

/**
 * The tone of a text by its words, turned by negations within three words, weighed with the score its writer gave: the
 * score says more than the words when there are few. A list of words misses irony and what is implied.
 */
export function toneOf(text: string, language: "en" | "fr", given?: { kind: string; score: number }): Tone {
  const words = wordsOf(text);
  let [good, bad] = [0, 0];
  words.forEach((word, index) => {
    const strength = strengthOf(word, words, index, language);
    if (strength === 0) return;
    const near = [
      ...clause(words, index - window, index, -1),
      ...(language === "fr" ? clause(words, index + 1, index + 3, 1) : []),
    ];
    const plain = word.split("’").at(-1)!;
    const isTurned = near.some((each) => negations[language].has(each) && each !== plain);
    const weight = near.some((each) => strengtheners[language].has(each)) ? 1.5 : 1;
    const value = strength * weight * (isTurned ? -0.75 : 1);
    if (value > 0) good += value;
    else bad -= value;
  });
  const scale = given ? scales[given.kind as keyof typeof scales] : undefined;
  if (scale && given) {
    if (given.score <= scale[0]) bad += 4;
    else if (given.score >= scale[1]) good += 4;
  }
  const total = good + bad;
  const lean = total === 0 ? 0 : (good - bad) / total;
  const sentiment = total < 0.5 || Math.abs(lean) < 0.2 ? "neutral" : lean > 0 ? "positive" : "negative";
  const confidence =
    sentiment === "neutral"
      ? total === 0
        ? 0.34
        : 0.45
      : Math.min(0.95, 0.4 + 0.4 * Math.abs(lean) * (1 - Math.exp(-total / 2)) + 0.15 * Math.min(1, total / 6));
  return { sentiment, confidence: Math.round(confidence * 100) / 100 };
}

/** Neighbours of a word in its own clause: a comma or a full stop ends the reach of a negation. */
function clause(words: readonly string[], from: number, to: number, direction: 1 | -1): string[] {
  const slice = words.slice(Math.max(0, from), Math.max(0, to));
  const stop = (word: string) => /^[.!?;:,]$/.test(word);
  if (direction === 1) {
    const end = slice.findIndex(stop);
    return end < 0 ? slice : slice.slice(0, end);
  }
  const last = slice.findLastIndex(stop);
  return slice.slice(last + 1);
}

function strengthOf(word: string, words: readonly string[], index: number, language: "en" | "fr"): number {
  const plain = word.includes("’") ? word.split("’").at(-1)! : word;
  for (const [stem, strength] of Object.entries(tones[language])) {
    if (stem.includes(" ") ? words.slice(index, index + stem.split(" ").length).join(" ") === stem : matches(plain, stem))
      return strength;
  }
  return 0;
}

/** Short stems are whole words (and their plural or feminine), longer ones beginnings. */
const matches = (word: string, stem: string): boolean =>
  stem.length <= 5
    ? word === stem ||
      [`${stem}s`, `${stem}e`, `${stem}es`, `${stem}ed`, `${stem}ing`, `${stem}ne`, `${stem}nes`, `${stem}le`].includes(word)
    : word.startsWith(stem);
