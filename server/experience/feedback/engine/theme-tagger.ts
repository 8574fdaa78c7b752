import { emptyFeatures, measuredPlaces } from "./features.ts";
import type { Language } from "./language.ts";
import { toneFeatures } from "./tone-features.ts";

/** A text whose themes a person named. */
export interface TaggedText {
  text: string;
  language: Language;
  themes: readonly string[];
}

/** Weights of each theme, learned from texts a person read. */
export interface ThemeTagger {
  places: number;
  themes: { key: string; weights: Float32Array; bias: number }[];
}

const places = 1 << 15;
const rounds = 12;
const rate = 0.5;
const pull = 0.002;
const fewestTexts = 8;

/**
 * A tagger from texts whose themes a person named: per theme a logistic regression (AdaGrad) over words, runs of words and of
 * letters. Themes of fewer than eight texts are left to the taxonomy. The same texts give the same tagger.
 */
export function trainThemeTagger(texts: readonly TaggedText[]): ThemeTagger {
  const into = emptyFeatures();
  const encoded = texts.map(({ text, language, themes }) => {
    toneFeatures(text, language, places, into);
    const runs = [...into.at.subarray(0, into.length).keys()].filter((index) => into.at[index]! >= measuredPlaces);
    return {
      themes,
      at: Int32Array.from(runs, (index) => into.at[index]!),
      value: Float64Array.from(runs, (index) => into.value[index]!),
    };
  });
  const counts = new Map<string, number>();
  for (const { themes } of texts) for (const key of new Set(themes)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const learnable = [...counts].filter(([, count]) => count >= fewestTexts && count < texts.length).map(([key]) => key);
  return {
    places,
    themes: learnable.sort().map((key) => {
      const weights = new Float64Array(places);
      const squares = new Float64Array(places).fill(0.01);
      let [bias, biasSquare] = [0, 0.01];
      for (let round = 0; round < rounds; round += 1)
        for (const { at, value, themes } of encoded) {
          let lean = bias;
          for (let entry = 0; entry < at.length; entry += 1) lean += weights[at[entry]!]! * value[entry]!;
          const error = 1 / (1 + Math.exp(-lean)) - (themes.includes(key) ? 1 : 0);
          for (let entry = 0; entry < at.length; entry += 1) {
            const place = at[entry]!;
            const slope = error * value[entry]! + pull * weights[place]!;
            squares[place]! += slope * slope;
            weights[place]! -= (rate * slope) / Math.sqrt(squares[place]!);
          }
          biasSquare += error * error;
          bias -= (rate * error) / Math.sqrt(biasSquare);
        }
      return { key, weights: Float32Array.from(weights), bias };
    }),
  };
}

/** The themes a tagger finds in a text, surest first; `atLeast` is the chance asked for. */
export function tagThemes(
  text: string,
  language: Language,
  tagger: ThemeTagger,
  atLeast = 0.5,
): { key: string; confidence: number }[] {
  const features = toneFeatures(text, language, tagger.places, emptyFeatures());
  return tagger.themes
    .map(({ key, weights, bias }) => {
      let lean = bias;
      for (let entry = 0; entry < features.length; entry += 1)
        if (features.at[entry]! >= measuredPlaces) lean += weights[features.at[entry]!]! * features.value[entry]!;
      return { key, confidence: Math.round(100 / (1 + Math.exp(-lean))) / 100 };
    })
    .filter(({ confidence }) => confidence >= atLeast)
    .sort((a, b) => b.confidence - a.confidence);
}
