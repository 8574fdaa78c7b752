import { type BasketSet, countItems } from "./basket-set.ts";
import { type EaseModel, type EaseOptions, scoresFor, standardEase, trainEase } from "./ease.ts";
import { type Habit, type HabitWeights, habitsOf, tasteScores, withHabit } from "./habits.ts";
import { type HiddenArticle, holdBack } from "./hold-back.ts";
import { type HitRate, Ranks, rankOf } from "./ranks.ts";

export interface Evaluation extends HitRate {
  baskets: number;
  items: number;
  trainedOn: number;
  tested: number;
  ridge: number;
  damping: number;
  /** How much what the customer bought in other baskets weighs; 0 where customers are not known. */
  habits: HabitWeights;
  /** The same by the basket alone, without whose it is. */
  basketOnly: HitRate;
  /** The same, always recommending what is bought most. */
  popular: HitRate;
}

export interface EvaluateOptions extends Partial<EaseOptions> {
  /** Share of the baskets kept back; a fifth unless said. */
  keepBack?: number;
  seed?: number;
  maxTested?: number;
}

type Strength = Pick<EaseOptions, "ridge" | "damping">;
const strengths: readonly Strength[] = [0.25, 0.5].flatMap((damping) =>
  [3, 10, 30, 100, 300, 1_000].map((ridge) => ({ ridge, damping })),
);
const noHabits: HabitWeights = { again: 0, taste: 0 };
const habitWeights: readonly HabitWeights[] = [0, 0.02, 0.05, 0.1, 0.2].flatMap((again) =>
  [0, 0.1, 0.3].map((taste) => ({ again, taste })),
);
/** Habits are tried among more articles: what people come back for is not only what all buy. */
const tried = { items: 700, itemsForHabits: 1_500, tested: 2_000, maxBaskets: 40_000 };

/**
 * Leave one out: a share of the baskets is kept back; of each one article, drawn at random, is hidden, and searched among what
 * the model, trained on the other baskets, recommends for the rest, and for what the customer bought in other baskets. How
 * strongly the model is held and how much habits weigh is chosen the same way within the baskets it is trained on, so the
 * baskets kept back are seen once.
 */
export function evaluate(set: BasketSet, options: EvaluateOptions = {}): Evaluation {
  const { keepBack = 0.2, seed = 1, maxTested = 20_000, maxItems = standardEase.maxItems } = options;
  const { train, hidden } = holdBack(set, keepBack, seed);
  if (train.baskets.length === 0 || hidden.length === 0)
    throw new RangeError("Too few baskets of two articles or more to keep some back.");
  const chosen = choose(train, seed + 1);
  const tests = hidden.slice(0, maxTested);
  const trial = openTrial(train, { ...chosen.strength, maxItems });
  const [found] = trial.measure(tests, [chosen.habits]);
  const [basketOnly] = trial.measure(tests, [noHabits]);
  return {
    ...found!,
    baskets: set.baskets.length,
    items: set.items.length,
    trainedOn: train.baskets.length,
    tested: tests.length,
    ...chosen.strength,
    habits: chosen.habits,
    basketOnly: basketOnly!,
    popular: trial.popular(tests),
  };
}

const worth = ({ hitRate10, mrr }: HitRate): number => hitRate10 + mrr;

/** What finds most on a fifth of the training baskets, among the articles bought most. */
function choose(train: BasketSet, seed: number): { strength: Strength; habits: HabitWeights } {
  const step = Math.max(1, Math.ceil(train.baskets.length / tried.maxBaskets));
  const isTaken = (_: unknown, index: number) => index % step === 0;
  const customers = train.customers?.filter(isTaken);
  const inner = holdBack({ ...train, baskets: train.baskets.filter(isTaken), ...(customers && { customers }) }, 0.2, seed);
  const tests = inner.hidden.slice(0, tried.tested);
  let best = { strength: { ridge: standardEase.ridge, damping: standardEase.damping }, worth: -1 };
  for (const strength of strengths) {
    const [found] = openTrial(inner.train, { ...strength, maxItems: tried.items }).measure(tests, [noHabits]);
    if (worth(found!) > best.worth) best = { strength, worth: worth(found!) };
  }
  if (!train.customers) return { strength: best.strength, habits: noHabits };
  const found = openTrial(inner.train, { ...best.strength, maxItems: tried.itemsForHabits }).measure(tests, habitWeights);
  const most = found.reduce((leader, each, index) => (worth(each) > worth(found[leader]!) ? index : leader), 0);
  return { strength: best.strength, habits: habitWeights[most]! };
}

/** A trained model with what is needed to try it on hidden articles. */
function openTrial(train: BasketSet, options: EaseOptions) {
  const model: EaseModel = trainEase(train, options);
  const placeOf = new Int32Array(train.items.length).fill(-1);
  const named = new Map(train.items.map((name, item) => [name, item]));
  model.items.forEach((name, place) => {
    placeOf[named.get(name)!] = place;
  });
  const counts = countItems(train);
  const popularity = Float64Array.from(model.items, (name) => counts[named.get(name)!]!);
  let habits: Map<number, Habit> | undefined;
  const placesOf = (test: HiddenArticle): number[] => test.had.map((item) => placeOf[item]!).filter((place) => place >= 0);
  return {
    measure(tests: readonly HiddenArticle[], weights: readonly HabitWeights[]): HitRate[] {
      const ranks = weights.map(() => new Ranks());
      const needsHabits = weights.some(({ again, taste }) => again > 0 || taste > 0);
      if (needsHabits) habits ??= habitsOf(train, placeOf);
      for (const test of tests) {
        const target = placeOf[test.hidden]!;
        const had = placesOf(test);
        if (target < 0) {
          for (const each of ranks) each.add(0);
          continue;
        }
        const basket = scoresFor(model, had);
        const habit = needsHabits ? habits?.get(test.customer) : undefined;
        const taste = habit && tasteScores(model, habit);
        weights.forEach((weight, index) => {
          const scores = habit && taste ? withHabit(basket, taste, habit, weight) : basket;
          ranks[index]!.add(rankOf(scores, target, had, popularity));
        });
      }
      return ranks.map((each) => each.rates());
    },
    popular(tests: readonly HiddenArticle[]): HitRate {
      const ranks = new Ranks();
      for (const test of tests) {
        const target = placeOf[test.hidden]!;
        ranks.add(target < 0 ? 0 : rankOf(popularity, target, placesOf(test), popularity));
      }
      return ranks.rates();
    },
  };
}
