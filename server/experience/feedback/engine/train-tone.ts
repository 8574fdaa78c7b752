import type { Language } from "./language.ts";
import { emptyFeatures, measuredPlaces } from "./features.ts";
import { toneFeatures } from "./tone-features.ts";
import { leansOf, type Sentiment, sentiments, type ToneWeights } from "./tone-model.ts";

/** A text someone judged. */
export interface ScoredText {
  text: string;
  sentiment: Sentiment;
  /** How much it counts beside the others; 1 unless said. */
  weight?: number;
  /** Texts of one origin share an intercept of their own that is not kept, so their usual share of complaints does not leak. */
  origin?: string;
}

export interface ToneTraining {
  places: number;
  rounds: number;
  rate: number;
  /** How strongly weights are drawn back to where they began (zero, or the weights trained before). */
  pull: number;
  seed: number;
}

export const standardTraining: ToneTraining = { places: 1 << 17, rounds: 8, rate: 0.3, pull: 0.01, seed: 12_345 };

interface Encoded {
  at: Int32Array;
  value: Float64Array;
  truth: number;
  weight: number;
  origin: number;
}

const pullMeasured = 1 / 50;
const firstSquares = 0.01;
const slowing = 0.15;

/**
 * Weights of one language from judged texts: multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), the
 * mean of the later rounds, rounded to one byte a weight. Given `from`, an organisation's own texts move weights trained
 * before instead of starting at zero. The same texts in the same order give the same weights.
 */
export function trainTone(
  texts: readonly ScoredText[],
  language: Language,
  options: Partial<ToneTraining> = {},
  from?: ToneWeights,
): ToneWeights {
  const { places, rounds, rate, pull, seed } = { ...standardTraining, ...options, ...(from && { places: from.places }) };
  const origins = [...new Set(texts.map((each) => each.origin ?? ""))].filter(Boolean);
  const data = encode(texts, language, places, origins);
  const size = places + origins.length;
  const start = sentiments.map((_, truth) => startOf(truth, size, from));
  const weights = start.map((each) => Float64Array.from(each));
  const squares = sentiments.map(() => new Float64Array(size).fill(firstSquares));
  const sums = sentiments.map(() => new Float64Array(size));
  const seen = new Float64Array(size);
  for (const { at } of data) for (const place of at) seen[place]! += 1;
  const random = randomFrom(seed);
  const order = data.map((_, index) => index);
  let kept = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    const step = rate / (1 + round * slowing);
    for (const index of order) {
      const { at, value, truth, weight, origin } = data[index]!;
      const shares = sharesOf(weights, at, value, origin);
      for (let side = 0; side < 3; side += 1) {
        const error = (shares[side]! - (side === truth ? 1 : 0)) * weight;
        const own = weights[side]!;
        const square = squares[side]!;
        const began = start[side]!;
        for (let entry = 0; entry < at.length; entry += 1) {
          const place = at[entry]!;
          const back = place < measuredPlaces ? pull * pullMeasured : (4 * pull) / seen[place]!;
          const slope = error * value[entry]! + back * (own[place]! - began[place]!);
          square[place]! += slope * slope;
          own[place]! -= (step * slope) / Math.sqrt(square[place]!);
        }
        if (origin >= 0) {
          square[origin]! += error * error;
          own[origin]! -= (step * error) / Math.sqrt(square[origin]!);
        }
      }
    }
    if (round < rounds / 2) continue;
    kept += 1;
    for (let side = 0; side < 3; side += 1)
      for (let place = 0; place < size; place += 1) sums[side]![place]! += weights[side]![place]!;
  }
  for (const sum of sums) for (let place = 0; place < size; place += 1) sum[place]! /= Math.max(1, kept);
  return rounded(sums, places, from?.temperature ?? 1);
}

const startOf = (truth: number, size: number, from: ToneWeights | undefined): Float64Array => {
  const start = new Float64Array(size);
  if (!from || truth === 1) return start;
  const bytes = truth === 0 ? from.negative : from.positive;
  for (let place = 0; place < from.places; place += 1)
    start[place] = bytes[place]! * (place < measuredPlaces ? from.steps.measured : from.steps.runs);
  return start;
};

function encode(texts: readonly ScoredText[], language: Language, places: number, origins: readonly string[]): Encoded[] {
  const into = emptyFeatures();
  return texts.map(({ text, sentiment, weight, origin }) => {
    toneFeatures(text, language, places, into);
    return {
      at: into.at.slice(0, into.length),
      value: into.value.slice(0, into.length),
      truth: sentiments.indexOf(sentiment),
      weight: weight ?? 1,
      origin: origin ? places + origins.indexOf(origin) : -1,
    };
  });
}

function sharesOf(weights: readonly Float64Array[], at: Int32Array, value: Float64Array, origin: number): number[] {
  const leans = weights.map((own) => {
    let lean = origin >= 0 ? own[origin]! : 0;
    for (let entry = 0; entry < at.length; entry += 1) lean += own[at[entry]!]! * value[entry]!;
    return lean;
  });
  const most = Math.max(...leans);
  const powers = leans.map((lean) => Math.exp(lean - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Two columns are enough: what all three share cancels, so neutral is made the zero. */
function rounded([bad, even, good]: readonly Float64Array[], places: number, temperature: number): ToneWeights {
  const column = (own: Float64Array) => Float64Array.from({ length: places }, (_, place) => own[place]! - even![place]!);
  const columns = [column(bad!), column(good!)];
  const largest = (from: number, to: number): number => {
    let most = 1e-9;
    for (const own of columns) for (let place = from; place < to; place += 1) most = Math.max(most, Math.abs(own[place]!));
    return most / 127;
  };
  const steps = { measured: largest(0, measuredPlaces), runs: largest(measuredPlaces, places) };
  const [negative, positive] = columns.map((own) =>
    Int8Array.from(own, (value, place) => Math.round(value / (place < measuredPlaces ? steps.measured : steps.runs))),
  );
  return { places, negative: negative!, positive: positive!, steps, temperature };
}

/** The temperature at which the confidences of weights fit judged texts best (least log loss, between 0.5 and 4). */
export function calibrated(weights: ToneWeights, language: Language, judged: readonly ScoredText[]): ToneWeights {
  const into = emptyFeatures();
  const leans = judged.map(({ text, sentiment }) => ({
    leans: leansOf(toneFeatures(text, language, weights.places, into), { ...weights, temperature: 1 }),
    truth: sentiments.indexOf(sentiment),
  }));
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.5; temperature <= 4; temperature += 0.05) {
    const loss = leans.reduce((sum, each) => {
      const scaled = each.leans.map((lean) => lean / temperature);
      return sum + Math.log(scaled.reduce((total, lean) => total + Math.exp(lean), 0)) - scaled[each.truth]!;
    }, 0);
    if (loss < best.loss) best = { temperature, loss };
  }
  return { ...weights, temperature: Math.round(best.temperature * 100) / 100 };
}

/** A linear congruential generator, so that training is the same everywhere. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
}
