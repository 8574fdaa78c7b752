import type { BasketSet } from "./basket-set.ts";
import { type EaseModel, scoresFor } from "./ease.ts";

/** What a customer bought before: places in the model, most often first, and in how many baskets. */
export interface Habit {
  places: number[];
  counts: number[];
  baskets: number;
}

/** How much habits weigh beside the basket: what was bought before comes back (`again`), and so does its like (`taste`). */
export interface HabitWeights {
  again: number;
  taste: number;
}

const mostPlaces = 150;

/** The habits of every known customer, by the baskets of a set. */
export function habitsOf(set: BasketSet, placeOf: Int32Array): Map<number, Habit> {
  const counted = new Map<number, { baskets: number; counts: Map<number, number> }>();
  set.baskets.forEach((basket, index) => {
    const customer = set.customers?.[index] ?? -1;
    if (customer < 0) return;
    let own = counted.get(customer);
    if (!own) counted.set(customer, (own = { baskets: 0, counts: new Map() }));
    own.baskets += 1;
    for (const item of basket) {
      const place = placeOf[item]!;
      if (place >= 0) own.counts.set(place, (own.counts.get(place) ?? 0) + 1);
    }
  });
  return new Map(
    [...counted].map(([customer, { baskets, counts }]) => {
      const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostPlaces);
      return [customer, { places: most.map(([place]) => place), counts: most.map(([, count]) => count), baskets }];
    }),
  );
}

/** The scores of a habit's like, shared by how much was bought; to be added by `taste`. */
export function tasteScores(model: EaseModel, habit: Habit): Float64Array {
  const scores = scoresFor(model, habit.places);
  const scale = 1 / Math.sqrt(Math.max(1, habit.places.length));
  for (let place = 0; place < scores.length; place += 1) scores[place]! *= scale;
  return scores;
}

/** The scores of a basket with those of a habit. */
export function withHabit(basket: Float64Array, taste: Float64Array, habit: Habit, weights: HabitWeights): Float64Array {
  const scores = basket.slice();
  if (weights.taste > 0) for (let place = 0; place < scores.length; place += 1) scores[place]! += weights.taste * taste[place]!;
  habit.places.forEach((place, index) => {
    scores[place]! += weights.again * Math.sqrt(habit.counts[index]! / habit.baskets);
  });
  return scores;
}
