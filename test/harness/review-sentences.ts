import { createRequire } from "node:module";
import type { ScoredText } from "#experience/feedback/engine/train-tone.ts";

const require = createRequire(import.meta.url);

/**
 * 3,000 English sentences of reviews that people called for or against: products, films and restaurants, 1,000 each
 * (Kotzias et al. 2015, Sentiment Labelled Sentences, as the package `sentiment` carries them for its own check).
 * Nothing in Throughline was trained on them.
 */
export const reviewSentences = (): ScoredText[] =>
  ["amazon", "imdb", "yelp"].flatMap((shop) =>
    (require(`sentiment/test/fixtures/${shop}.json`) as { text: string; class: 0 | 1 | null }[]).flatMap(
      ({ text, class: label }): ScoredText[] =>
        label === null ? [] : [{ text, sentiment: label === 1 ? "positive" : "negative" }],
    ),
  );

/** How AFINN, a word list with scores, reads a text: the usual peer. */
export function readByAfinn(): (text: string) => ScoredText["sentiment"] {
  const Sentiment = require("sentiment") as new () => { analyze(text: string): { score: number } };
  const afinn = new Sentiment();
  return (text) => {
    const { score } = afinn.analyze(text);
    return score > 0 ? "positive" : score < 0 ? "negative" : "neutral";
  };
}
