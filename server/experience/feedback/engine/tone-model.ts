import type { Language } from "./language.ts";
import { type Features, measuredPlaces } from "./features.ts";

/** -1 against, 0 neither, 1 for. */
export type Sentiment = "negative" | "neutral" | "positive";
export const sentiments = ["negative", "neutral", "positive"] as const satisfies readonly Sentiment[];

/** The weights of one language. A text leans by the sum of its features times these; neutral is the measure of zero. */
export interface ToneWeights {
  /** How many places; the first 64 are what is measured. */
  places: number;
  negative: Int8Array;
  positive: Int8Array;
  /** What one step of an int8 is worth: among what is measured, and among the runs. */
  steps: { measured: number; runs: number };
  /** Leans are divided by it, so that a confidence of 0.8 is right four times in five. */
  temperature: number;
}

export type ToneModel = Record<Language, ToneWeights>;

/** How a text leans to negative, neutral and positive, before anything else is known. */
export function leansOf(features: Features, weights: ToneWeights): [number, number, number] {
  const { negative, positive, steps } = weights;
  let [badMeasured, goodMeasured, badRuns, goodRuns] = [0, 0, 0, 0];
  for (let index = 0; index < features.length; index += 1) {
    const at = features.at[index]!;
    const value = features.value[index]!;
    if (at < measuredPlaces) {
      badMeasured += negative[at]! * value;
      goodMeasured += positive[at]! * value;
    } else {
      badRuns += negative[at]! * value;
      goodRuns += positive[at]! * value;
    }
  }
  return [
    (badMeasured * steps.measured + badRuns * steps.runs) / weights.temperature,
    0,
    (goodMeasured * steps.measured + goodRuns * steps.runs) / weights.temperature,
  ];
}

const mark = "tone-1\n";

/** A model as bytes: a line that says what it is, a line of JSON with the sizes, then the weights one byte each. */
export function writeToneModel(model: ToneModel): Uint8Array {
  const heads = (["en", "fr"] as const).map((language) => {
    const { places, steps, temperature } = model[language];
    return { language, places, steps, temperature };
  });
  const head = new TextEncoder().encode(`${mark}${JSON.stringify(heads)}\n`);
  const parts = [head, ...(["en", "fr"] as const).flatMap((language) => [model[language].negative, model[language].positive])];
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.length), at);
    at += part.length;
  }
  return bytes;
}

/** The model in bytes written by `writeToneModel`. Throws when they are something else. */
export function readToneModel(bytes: Uint8Array): ToneModel {
  const line = (from: number): number => bytes.indexOf(10, from);
  const first = line(0);
  if (new TextDecoder().decode(bytes.subarray(0, first + 1)) !== mark) throw new Error("These bytes are not weights of tone.");
  const second = line(first + 1);
  const heads = JSON.parse(new TextDecoder().decode(bytes.subarray(first + 1, second))) as (Pick<
    ToneWeights,
    "places" | "steps" | "temperature"
  > & { language: Language })[];
  let at = second + 1;
  const take = (length: number): Int8Array => {
    if (at + length > bytes.length) throw new Error("The weights of tone are cut short.");
    const part = new Int8Array(bytes.buffer, bytes.byteOffset + at, length).slice();
    at += length;
    return part;
  };
  const read = heads.map(({ language, ...head }) => [
    language,
    { ...head, negative: take(head.places), positive: take(head.places) },
  ]);
  return Object.fromEntries(read) as ToneModel;
}
