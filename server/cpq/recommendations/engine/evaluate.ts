import { type BasketSet, countItems } from "./basket-set.ts";
import { type EaseOptions, scoresFor, standardEase, trainEase } from "./ease.ts";

export interface HitRate {
  /** Share of the hidden articles among the ten recommended first. */
  hitRate10: number;
  /** Mean of 1 / rank of the hidden article; 0 where it cannot be recommended. */
  mrr: number;
}

export interface Evaluation extends HitRate {
  baskets: number;
  items: number;
  trainedOn: number;
  tested: number;
  ridge: number;
  damping: number;
  /** The same, always recommending what is bought most. */
  popular: HitRate;
}

export interface EvaluateOptions extends Partial<EaseOptions> {
  /** Share of the baskets kept back; a fifth unless said. */
  keepBack?: number;
  seed?: number;
  maxTested?: number;
}

const candidates: readonly Pick<EaseOptions, "ridge" | "damping">[] = [0.25, 0.5].flatMap((damping) =>
  [3, 10, 30, 100, 300, 1_000].map((ridge) => ({ ridge, damping })),
);
const tried = { items: 700, tested: 2_000, maxBaskets: 40_000 };

/**
 * Leave one out: a share of the baskets is kept back; of each one article, drawn at random, is hidden, and searched among what
 * the model, trained on the other baskets, recommends for the rest. How strongly the model is held (ridge, damping) is chosen
 * the same way within the baskets it is trained on, so the baskets kept back are seen once.
 */
export function evaluate(set: BasketSet, options: EvaluateOptions = {}): Evaluation {
  const { keepBack = 0.2, seed = 1, maxTested = 20_000, maxItems = standardEase.maxItems } = options;
  const [train, kept] = split(set, keepBack, seed);
  if (train.baskets.length === 0 || kept.length === 0)
    throw new RangeError("Too few baskets of two articles or more to keep some back.");
  const chosen =
    options.ridge === undefined
      ? choose(train, seed + 1)
      : { ridge: options.ridge, damping: options.damping ?? standardEase.damping };
  const tests = kept.slice(0, maxTested);
  const found = measure(train, tests, { ...chosen, maxItems }, seed + 2);
  return {
    ...found,
    baskets: set.baskets.length,
    items: set.items.length,
    trainedOn: train.baskets.length,
    tested: tests.length,
    ...chosen,
  };
}

/** Baskets to learn from, and those of two articles or more kept back. */
function split(set: BasketSet, share: number, seed: number): [BasketSet, Int32Array[]] {
  const random = randomFrom(seed);
  const train: Int32Array[] = [];
  const kept: Int32Array[] = [];
  for (const basket of set.baskets) (random() < share && basket.length > 1 ? kept : train).push(basket);
  return [{ ...set, baskets: train }, kept];
}

/** The ridge and damping that find most on a fifth of the training baskets, among the articles bought most. */
function choose(train: BasketSet, seed: number): Pick<EaseOptions, "ridge" | "damping"> {
  const step = Math.max(1, Math.ceil(train.baskets.length / tried.maxBaskets));
  const sample = { ...train, baskets: train.baskets.filter((_, index) => index % step === 0) };
  const [inner, kept] = split(sample, 0.2, seed);
  const tests = kept.slice(0, tried.tested);
  let best = { ridge: standardEase.ridge, damping: standardEase.damping, mrr: -1 };
  for (const candidate of candidates) {
    const { mrr } = measure(inner, tests, { ...candidate, maxItems: tried.items }, seed);
    if (mrr > best.mrr) best = { ...candidate, mrr };
  }
  return { ridge: best.ridge, damping: best.damping };
}

function measure(
  train: BasketSet,
  tests: readonly Int32Array[],
  options: EaseOptions,
  seed: number,
): HitRate & { popular: HitRate } {
  const model = trainEase(train, options);
  const placeOf = new Int32Array(train.items.length).fill(-1);
  const named = new Map(train.items.map((name, item) => [name, item]));
  model.items.forEach((name, place) => {
    placeOf[named.get(name)!] = place;
  });
  const counts = countItems(train);
  const popularity = Float64Array.from(model.items, (name) => counts[named.get(name)!]!);
  const random = randomFrom(seed);
  const [own, popular] = [new Ranks(), new Ranks()];
  for (const basket of tests) {
    const hidden = basket[Math.floor(random() * basket.length)]!;
    const target = placeOf[hidden]!;
    const had = [...basket]
      .filter((item) => item !== hidden)
      .map((item) => placeOf[item]!)
      .filter((place) => place >= 0);
    own.add(target < 0 ? 0 : rankOf(scoresFor(model, had), target, had, popularity));
    popular.add(target < 0 ? 0 : rankOf(popularity, target, had, popularity));
  }
  return { ...own.rates(), popular: popular.rates() };
}

/** From 1; articles of the basket do not count; of equal scores the one bought more comes first. */
function rankOf(scores: Float64Array, target: number, had: readonly number[], popularity: Float64Array): number {
  const score = scores[target]!;
  const ahead = (place: number) =>
    scores[place]! > score ||
    (scores[place] === score &&
      place !== target &&
      (popularity[place]! > popularity[target]! || (popularity[place] === popularity[target] && place < target)));
  let rank = 1;
  for (let place = 0; place < scores.length; place += 1) if (ahead(place)) rank += 1;
  for (const place of had) if (ahead(place)) rank -= 1;
  return rank;
}

class Ranks {
  #tested = 0;
  #hits = 0;
  #reciprocals = 0;
  add(rank: number): void {
    this.#tested += 1;
    if (rank >= 1 && rank <= 10) this.#hits += 1;
    if (rank >= 1) this.#reciprocals += 1 / rank;
  }
  rates(): HitRate {
    const of = Math.max(1, this.#tested);
    return { hitRate10: round(this.#hits / of), mrr: round(this.#reciprocals / of) };
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A linear congruential generator: the same baskets are kept back each time. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
