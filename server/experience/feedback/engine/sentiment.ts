import type { Language } from "./language.ts";
import { type Spoken, spokenIn } from "./spoken.ts";
import { tokensOf } from "./tokens.ts";
import { emptyFeatures } from "./features.ts";
import { toneFeatures } from "./tone-features.ts";
import { leansOf, type Sentiment, sentiments, type ToneModel } from "./tone-model.ts";

export interface Tone {
  sentiment: Sentiment;
  /** The share of texts so sure that are right, as calibrated on posts kept back; at most 0.95. */
  confidence: number;
  /** -1 against to 1 for: the chance of positive less that of negative. */
  score: number;
}

/** What the writer's own score says besides the words: at or below the first against, from the second for. */
const scales = { nps: [6, 9], csat: [2, 4], ces: [3, 5], review: [2, 4] } as const;
const scoreWeight = 3;
const middleWeight = 0.7;
const mostConfident = 0.95;
/** Comments are given to say something: among them few are neutral, among posts a third. In log odds. */
const commentsLessNeutral: Record<Language, number> = { en: 1.2, fr: 0.5 };
/** Messages are mostly questions and facts: where no word speaks, they are neutral. */
const messagesMoreNeutral = 1;
const fewestWords = 4;

const postMarks =
  /@\w|https?:|www\.|#\p{L}|\bRT\b|\\u|\b(?:tomorrow|tonight|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d+(?:st|nd|rd|th))\b/iu;

const into = emptyFeatures();

export interface Setting {
  /** A comment was asked for, or is a review; a message or a post was not. Unless said, posts are known by their marks. */
  kind?: "comment" | "message" | "post";
  /** What its writer scored, if they did. */
  given?: { kind: string; score: number } | undefined;
}

/**
 * The tone of a text: what its words, their neighbours, faces and signs add up to in a linear model, weighed with the score
 * its writer gave: the score says more than the words when there are few. Irony without a score is missed.
 */
export function toneOf(text: string, language: Language, model: ToneModel, { kind, given }: Setting = {}): Tone {
  const leans = leansOf(toneFeatures(text, language, model[language].places, into), model[language]);
  const isSilent = !into.speaks;
  if (kind === "message" || (isSilent && (into.words < fewestWords || text.includes("?"))))
    leans[1] += isSilent ? messagesMoreNeutral : 0;
  else if (kind === "comment" || !postMarks.test(text)) leans[1] -= commentsLessNeutral[language];
  const scale = given ? scales[given.kind as keyof typeof scales] : undefined;
  if (scale && given) {
    if (given.score <= scale[0]) leans[0] += scoreWeight;
    else if (given.score >= scale[1]) leans[2] += scoreWeight;
    else leans[1] += middleWeight;
  }
  const most = Math.max(...leans);
  const powers = leans.map((lean) => Math.exp(lean - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const best = leans.indexOf(most);
  return {
    sentiment: sentiments[best]!,
    confidence: hundredths(Math.min(mostConfident, powers[best]! / total)),
    score: hundredths((powers[2]! - powers[0]!) / total),
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Why: the words, phrases and faces that spoke, strongest first. */
export const reasonsOf = (text: string, language: Language): Spoken[] =>
  spokenIn(tokensOf(text, language), language).sort((a, b) => Math.abs(b.tone) - Math.abs(a.tone));
