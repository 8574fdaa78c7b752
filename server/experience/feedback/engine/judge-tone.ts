import type { Language } from "./language.ts";
import { toneOf } from "./sentiment.ts";
import { sentiments, type ToneWeights } from "./tone-model.ts";
import type { ScoredText } from "./train-tone.ts";

export interface Judgement {
  texts: number;
  accuracy: number;
  /** The mean of the F1 of the three tones: each counts the same, however rare. */
  macroF1: number;
  f1: Record<string, number>;
}

/** How well weights do on judged texts that they were not trained on. */
export function judge(weights: ToneWeights, language: Language, judged: readonly ScoredText[]): Judgement {
  const model = { en: weights, fr: weights };
  const [right, said, meant] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (in_: Map<string, number>, key: string) => in_.set(key, (in_.get(key) ?? 0) + 1);
  for (const { text, sentiment } of judged) {
    const found = toneOf(text, language, model).sentiment;
    count(said, found);
    count(meant, sentiment);
    if (found === sentiment) count(right, found);
  }
  const f1 = Object.fromEntries(
    sentiments.map((each) => [each, (2 * (right.get(each) ?? 0)) / Math.max(1, (said.get(each) ?? 0) + (meant.get(each) ?? 0))]),
  );
  const hits = [...right.values()].reduce((sum, each) => sum + each, 0);
  return {
    texts: judged.length,
    accuracy: hits / Math.max(1, judged.length),
    macroF1: Object.values(f1).reduce((sum, each) => sum + each, 0) / sentiments.length,
    f1,
  };
}
