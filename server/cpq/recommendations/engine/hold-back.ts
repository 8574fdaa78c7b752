import type { BasketSet } from "./basket-set.ts";

/** A basket kept back: what is in it, which article is hidden, and whose it is (-1: nobody known). */
export interface HiddenArticle {
  had: readonly number[];
  hidden: number;
  customer: number;
}

/** Baskets to learn from, and a share of those of two articles or more, each with one article drawn at random hidden. */
export function holdBack(set: BasketSet, share: number, seed: number): { train: BasketSet; hidden: HiddenArticle[] } {
  const random = randomFrom(seed);
  const train: Int32Array[] = [];
  const customers: number[] = [];
  const hidden: HiddenArticle[] = [];
  set.baskets.forEach((basket, index) => {
    const customer = set.customers?.[index] ?? -1;
    if (random() >= share || basket.length < 2) {
      train.push(basket);
      customers.push(customer);
      return;
    }
    const article = basket[Math.floor(random() * basket.length)]!;
    hidden.push({ had: [...basket].filter((item) => item !== article), hidden: article, customer });
  });
  return { train: { ...set, baskets: train, ...(set.customers && { customers: Int32Array.from(customers) }) }, hidden };
}

/** A linear congruential generator: the same baskets are kept back each time. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
