import type { CustomerValue } from "./value-customers.ts";
import type { History } from "./summarise-purchases.ts";

export interface HoldOut {
  /** Last day compared, and how long the time is in the unit of the data. */
  readonly to: string;
  readonly length: number;
  readonly actual: number;
  readonly predicted: number;
  /** By repeat purchases before: how many customers, and purchases each, as they were and as predicted. */
  readonly byPast: readonly {
    readonly x: string;
    readonly customers: number;
    readonly actual: number;
    readonly predicted: number;
  }[];
}

const lastGroup = 7;

/** Purchases made after the day the model learned until, beside those it predicted (the values must look `length` ahead). */
export function compareHoldOut(
  histories: readonly History[],
  values: readonly CustomerValue[],
  until: number,
  to: string,
  length: number,
): HoldOut {
  const made = new Map(histories.map(({ id, days }) => [id, days.filter((day) => day > until).length]));
  const groups = Array.from({ length: lastGroup + 1 }, (_, x) => ({
    x: x === lastGroup ? `${x}+` : String(x),
    customers: 0,
    actual: 0,
    predicted: 0,
  }));
  for (const { id, expected, because } of values) {
    const group = groups[Math.min(lastGroup, because.x)]!;
    group.customers += 1;
    group.actual += made.get(id) ?? 0;
    group.predicted += expected;
  }
  const total = (key: "actual" | "predicted") => groups.reduce((sum, group) => sum + group[key], 0);
  return {
    to,
    length,
    actual: total("actual"),
    predicted: total("predicted"),
    byPast: groups
      .filter((group) => group.customers > 0)
      .map((group) => ({ ...group, actual: group.actual / group.customers, predicted: group.predicted / group.customers })),
  };
}
