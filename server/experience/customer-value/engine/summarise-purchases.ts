import { DataError } from "./data-error.ts";
import { isoDay } from "./read-dates.ts";
import type { Customer, Purchase } from "./read-purchases.ts";

export type TimeUnit = "day" | "week" | "month" | "year";

/** Mean lengths; months and years only serve to count time, which the models take as even. */
export const daysIn: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** What a customer did: days with a purchase in order, and the sum of each. */
export interface History {
  readonly id: string;
  readonly days: readonly number[];
  readonly amounts: readonly number[] | null;
}

/** Purchases of one customer on one day are one purchase. Customers in order of first appearance. */
export function historiesOf(purchases: readonly Purchase[]): History[] {
  const byCustomer = new Map<string, Map<number, number | null>>();
  for (const { id, day, amount } of purchases) {
    let days = byCustomer.get(id);
    if (!days) byCustomer.set(id, (days = new Map()));
    days.set(day, amount === null ? null : (days.get(day) ?? 0) + amount);
  }
  return [...byCustomer].map(([id, sums]) => {
    const days = [...sums.keys()].sort((a, b) => a - b);
    const amounts = days.map((day) => sums.get(day)!);
    return { id, days, amounts: amounts.includes(null as never) ? null : amounts };
  });
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Histories as x, t_x, T and mean repeat amount, seen until the end of day `until`; customers who came later are not there yet. */
export function customersAt(histories: readonly History[], until: number, unit: TimeUnit): Customer[] {
  const customers: Customer[] = [];
  for (const { id, days, amounts } of histories) {
    const first = days[0]!;
    if (first > until) continue;
    let x = 0;
    while (x + 1 < days.length && days[x + 1]! <= until) x += 1;
    const length = daysIn[unit];
    customers.push({
      id,
      x,
      tx: (days[x]! - first) / length,
      T: (until - first) / length,
      mean: amounts === null ? null : meanOf(amounts.slice(1, x + 1)),
      weight: 1,
    });
  }
  if (customers.length === 0) throw new DataError(`no customer bought on or before ${isoDay(until)}`);
  return customers;
}

/** The calendar month, year, week or day a day lies in, as a running number (weeks run from the first day of the data). */
function occasionOf(day: number, unit: TimeUnit, start: number): number {
  if (unit === "day") return day;
  if (unit === "week") return Math.floor((day - start) / 7);
  const date = new Date(day * 86_400_000);
  return unit === "year" ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Histories as occasions for BG/BB: of the T units after that of the first purchase, at x something was bought, last at the t_x-th; `mean` is of an occasion. */
export function occasionsAt(histories: readonly History[], until: number, unit: TimeUnit): Customer[] {
  const start = histories.reduce((least, { days }) => Math.min(least, days[0]!), Infinity);
  const seen = histories.filter(({ days }) => days[0]! <= until);
  return seen.map(({ id, days, amounts }) => {
    const from = occasionOf(days[0]!, unit, start);
    const sums = new Map<number, number>();
    days.forEach((day, at) => {
      const occasion = occasionOf(day, unit, start) - from;
      if (day <= until && occasion > 0) sums.set(occasion, (sums.get(occasion) ?? 0) + (amounts?.[at] ?? 0));
    });
    const T = occasionOf(until, unit, start) - from;
    return { id, x: sums.size, tx: Math.max(0, ...sums.keys()), T, mean: amounts && meanOf([...sums.values()]), weight: 1 };
  });
}
