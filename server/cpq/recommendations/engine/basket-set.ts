/** What was bought together: each basket as the places of its items in `items`, ascending, each once. */
export interface BasketSet {
  items: readonly string[];
  baskets: readonly Int32Array[];
  /** Whose basket each is, where that is known: any number that is the customer's own, or -1. */
  customers?: Int32Array;
  /** Rows that were left out (returns, rows without a basket or an item). */
  leftOut: number;
}

/** A file of baskets that cannot be read, with the place. */
export class BasketError extends Error {
  readonly line: number | null;
  constructor(line: number | null, message: string) {
    super(line === null ? message : `Line ${line}: ${message}`);
    this.line = line;
  }
}

/** Baskets of named items: repeats within a basket count once, empty baskets not at all. */
export function basketSet(named: Iterable<readonly string[]>, leftOut = 0, whose?: readonly string[]): BasketSet {
  const places = new Map<string, number>();
  const numbers = new Map<string, number>();
  const baskets: Int32Array[] = [];
  const customers: number[] = [];
  let index = 0;
  for (const names of named) {
    const customer = whose?.[index] ?? "";
    index += 1;
    const basket = new Set<number>();
    for (const name of names) {
      let place = places.get(name);
      if (place === undefined) places.set(name, (place = places.size));
      basket.add(place);
    }
    if (basket.size === 0) continue;
    baskets.push(Int32Array.from(basket).sort());
    if (customer !== "" && !numbers.has(customer)) numbers.set(customer, numbers.size);
    customers.push(numbers.get(customer) ?? -1);
  }
  return { items: [...places.keys()], baskets, leftOut, ...(numbers.size > 0 && { customers: Int32Array.from(customers) }) };
}

/** In how many baskets each item is. */
export function countItems({ items, baskets }: BasketSet): Int32Array {
  const counts = new Int32Array(items.length);
  for (const basket of baskets) for (const item of basket) counts[item]! += 1;
  return counts;
}
