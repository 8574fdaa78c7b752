import { detectLanguage, type Language } from "./language.ts";
import { faces } from "./lexicon/faces.ts";
import { type Setting, toneOf } from "./sentiment.ts";
import { type ThemeTagger, tagThemes } from "./theme-tagger.ts";
import { type Theme, themesOf } from "./themes.ts";
import type { Sentiment, ToneModel } from "./tone-model.ts";

/** How a text is understood. */
export interface Understanding {
  /** Two letters. */
  language: string;
  sentiment: Sentiment;
  /** 0 to 0.95. */
  confidence: number;
  /** -1 against to 1 for. */
  score: number;
  /** Keys of the taxonomy and of the tagger, in their order. */
  themes: string[];
}

/** What texts are understood with. */
export interface Reading {
  model: ToneModel;
  taxonomy: readonly Theme[];
  tagger?: ThemeTagger | undefined;
  /** The language of texts too short to tell. */
  otherwise?: Language;
}

const guess = 0.34;

/** Language, tone and themes of a text. Other languages than English and French are named, but only their faces are read. */
export function classify(
  text: string,
  { model, taxonomy, tagger, otherwise = "en" }: Reading,
  setting: Setting = {},
): Understanding {
  const language = detectLanguage(text, otherwise);
  if (language !== "en" && language !== "fr") return { language, ...toneOfFaces(text), themes: [] };
  const named = themesOf(text, language, taxonomy);
  const learned = tagger ? tagThemes(text, language, tagger).map(({ key }) => key) : [];
  return { language, ...toneOf(text, language, model, setting), themes: [...new Set([...named, ...learned])] };
}

function toneOfFaces(text: string): { sentiment: Sentiment; confidence: number; score: number } {
  const sum = (text.match(/\p{Extended_Pictographic}/gu) ?? []).reduce((total, sign) => total + (faces.get(sign) ?? 0), 0);
  return { sentiment: sum > 0 ? "positive" : sum < 0 ? "negative" : "neutral", confidence: guess, score: Math.sign(sum) * guess };
}
