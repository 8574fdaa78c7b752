import type { BasketSet } from "./basket-set.ts";

/** Items often bought together: places in ascending order, and in how many baskets all of them are. */
export interface FrequentSet {
  items: readonly number[];
  count: number;
}

export interface FrequentOptions {
  /** Share of the baskets, above 0 to 1. */
  support: number;
  /** Items in a set at most; 10 unless said. */
  maxLength?: number;
  /** Sets found at most, against a support set too low; 5 million unless said. */
  maxSets?: number;
}

/** The support asked for finds more sets than fit. */
export class TooManySets extends Error {}

/** How many baskets a share of them is: at least that share, whatever the binary fractions say. */
export const leastCount = (support: number, baskets: number): number => Math.max(1, Math.ceil(support * baskets - 1e-9));

/**
 * All sets of items whose support is at least the one asked for, exactly: Eclat (Zaki 2000). Each item has the list of its
 * baskets; longer sets come from cutting lists, depth first, rare items first so that lists shrink early.
 */
export function frequentSets(
  { items, baskets }: BasketSet,
  { support, maxLength = 10, maxSets = 5_000_000 }: FrequentOptions,
): FrequentSet[] {
  const least = leastCount(support, baskets.length);
  const lists: number[][] = items.map(() => []);
  baskets.forEach((basket, index) => {
    for (const item of basket) lists[item]!.push(index);
  });
  const singles = lists
    .map((list, item) => ({ item, list: Int32Array.from(list) }))
    .filter(({ list }) => list.length >= least)
    .sort((a, b) => a.list.length - b.list.length || a.item - b.item);
  const found: FrequentSet[] = [];
  const keep = (set: readonly number[], count: number): void => {
    if (found.length >= maxSets)
      throw new TooManySets(
        `More than ${maxSets.toLocaleString("en")} sets are this frequent; ask for a higher support or shorter sets.`,
      );
    found.push({ items: set.toSorted((a, b) => a - b), count });
  };
  const grow = (set: readonly number[], among: readonly { item: number; list: Int32Array }[]): void => {
    among.forEach(({ item, list }, index) => {
      const longer = [...set, item];
      keep(longer, list.length);
      if (longer.length >= maxLength) return;
      const next = [];
      for (const other of among.slice(index + 1)) {
        const shared = common(list, other.list, least);
        if (shared) next.push({ item: other.item, list: shared });
      }
      if (next.length > 0) grow(longer, next);
    });
  };
  grow([], singles);
  return found;
}

/** What two ascending lists share; nothing when that is fewer than `least`. */
function common(a: Int32Array, b: Int32Array, least: number): Int32Array | undefined {
  const shared = new Int32Array(Math.min(a.length, b.length));
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (count + Math.min(a.length - i, b.length - j) < least) return undefined;
    const difference = a[i]! - b[j]!;
    if (difference === 0) {
      shared[count] = a[i]!;
      count += 1;
      i += 1;
      j += 1;
    } else if (difference < 0) i += 1;
    else j += 1;
  }
  return count >= least ? shared.slice(0, count) : undefined;
}
