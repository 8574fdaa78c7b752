/** One customer (or `weight` alike): x repeat purchases, the last at tx, seen until T, all counted from the first purchase. */
export interface RepeatPurchases {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly weight: number;
}

export const mostPurchases = 100_000;

/** What is wrong with a customer's figures, or null. */
export function wrongWith({ x, tx, T }: Pick<RepeatPurchases, "x" | "tx" | "T">): string | null {
  if (!Number.isSafeInteger(x) || x < 0 || x > mostPurchases)
    return `x must be a whole number from 0 to ${mostPurchases}, not ${x}`;
  if (!(tx >= 0) || !Number.isFinite(T)) return `t_x and T must be numbers of 0 or more, not ${tx} and ${T}`;
  if (tx > T * (1 + 1e-9)) return `the last purchase (t_x = ${tx}) is after the end of observation (T = ${T})`;
  if (x === 0 && tx !== 0) return `without repeat purchases t_x is 0, not ${tx}`;
  if (x > 0 && tx === 0) return `${x} repeat purchases need a t_x above 0`;
  return null;
}

/** Customers alike counted once, with their number: the likelihood of 2,357 customers needs far fewer sums. */
export function grouped(customers: readonly RepeatPurchases[]): RepeatPurchases[] {
  const found = new Map<string, { x: number; tx: number; T: number; weight: number }>();
  for (const { x, tx, T, weight } of customers) {
    const key = `${x}|${tx}|${T}`;
    const same = found.get(key);
    if (same) same.weight += weight;
    else found.set(key, { x, tx: Math.min(tx, T), T, weight });
  }
  return [...found.values()];
}

/** Totals that give starting points: mean purchases and mean age. */
export function averages(rows: readonly RepeatPurchases[]): { rate: number; age: number; mostX: number } {
  let [purchases, age, customers, mostX] = [0, 0, 0, 0];
  for (const { x, T, weight } of rows) {
    purchases += x * weight;
    age += T * weight;
    customers += weight;
    mostX = Math.max(mostX, x);
  }
  return { rate: Math.max(purchases, 0.5) / Math.max(age, 1e-9), age: age / Math.max(customers, 1e-9), mostX };
}
