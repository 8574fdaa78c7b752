import { type BasketSet, countItems } from "./basket-set.ts";
import { invert } from "./invert.ts";

/** How much each article of a basket speaks for each other one. */
export interface EaseModel {
  /** Names of the articles the model knows, most bought first. */
  items: readonly string[];
  /** Row of the article had, column of the article recommended. */
  weights: Float32Array;
}

export interface EaseOptions {
  /** How strongly weights are held small; the more, the closer to what is bought most. */
  ridge: number;
  /** Baskets of n articles count n to the power of minus this: 0 counts pairs of large baskets as much as of small ones. */
  damping: number;
  /** Articles known at most, the most bought ones: work grows with their cube. */
  maxItems: number;
}

export const standardEase: EaseOptions = { ridge: 100, damping: 0.5, maxItems: 3_000 };

/**
 * EASE (Steck 2019), the embarrassingly shallow autoencoder in closed form: with G = X'X + ridge and P its inverse, the weight
 * of i for j is -P[i][j] / P[j][j], and 0 for itself. Each row of X, a basket, is weighed by its size.
 */
export function trainEase(set: BasketSet, options: Partial<EaseOptions> = {}): EaseModel {
  const { ridge, damping, maxItems } = { ...standardEase, ...options };
  const counts = countItems(set);
  const kept = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, maxItems);
  const size = kept.length;
  const placeOf = new Int32Array(set.items.length).fill(-1);
  kept.forEach((item, place) => {
    placeOf[item] = place;
  });
  const gram = new Float64Array(size * size);
  for (const basket of set.baskets) {
    const places = basket.map((item) => placeOf[item]!).filter((place) => place >= 0);
    const weight = places.length ** -damping;
    for (const i of places) {
      const row = i * size;
      for (const j of places) gram[row + j]! += weight;
    }
  }
  return easeOfGram(
    kept.map((item) => set.items[item]!),
    gram,
    ridge,
  );
}

/** The model of counts alone: `gram` says in how many baskets two articles are (rows of items; overwritten). */
export function easeOfGram(items: readonly string[], gram: Float64Array, ridge: number): EaseModel {
  const size = items.length;
  for (let i = 0; i < size; i += 1) gram[i * size + i]! += ridge;
  invert(gram, size);
  const weights = new Float32Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const own = gram[j * size + j]!;
    for (let i = 0; i < size; i += 1) weights[i * size + j] = i === j ? 0 : -gram[i * size + j]! / own;
  }
  return { items, weights };
}

/** How much each article the model knows is spoken for by those in a basket (places in the model). */
export function scoresFor(model: EaseModel, had: Iterable<number>): Float64Array {
  const size = model.items.length;
  const scores = new Float64Array(size);
  for (const item of had) {
    const row = item * size;
    for (let j = 0; j < size; j += 1) scores[j]! += model.weights[row + j]!;
  }
  return scores;
}

export interface Suggestion {
  item: string;
  score: number;
  /** The article of the basket that speaks for it most, and how much of the score is its own. */
  because: { item: string; share: number };
}

/** What goes best with a basket, best first; what is in it already is left out. Articles the model does not know say nothing. */
export function suggest(model: EaseModel, had: readonly string[], top = 10): Suggestion[] {
  const places = new Map(model.items.map((item, place) => [item, place]));
  const known = [...new Set(had)].flatMap((item) => places.get(item) ?? []);
  if (known.length === 0) return [];
  const scores = scoresFor(model, known);
  for (const place of known) scores[place] = Number.NEGATIVE_INFINITY;
  const size = model.items.length;
  return [...scores.keys()]
    .filter((place) => scores[place]! > 0)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, top)
    .map((place) => {
      const [best] = known.toSorted((a, b) => model.weights[b * size + place]! - model.weights[a * size + place]!);
      return {
        item: model.items[place]!,
        score: scores[place]!,
        because: { item: model.items[best!]!, share: Math.min(1, model.weights[best! * size + place]! / scores[place]!) },
      };
    });
}
