import { gridFor, periodsOf } from "#back-office/subscriptions/engine/grid.ts";
import { localText, plusDays } from "#back-office/subscriptions/engine/local-time.ts";
import type { Period } from "#back-office/subscriptions/engine/types.ts";
import type { MeteredItem } from "./meters-of.ts";

/** The billing period of a meter that contains an instant: the very periods invoices are made of. */
export function periodAt(item: Pick<MeteredItem, "anchor" | "everyMonths" | "startsOn" | "timeZone">, at: Date): Period {
  const cadence = { unit: "month", count: item.everyMonths } as const;
  const day = localText(at.getTime(), item.timeZone).slice(0, 10);
  const grid = gridFor({ kind: item.anchor }, cadence, item.startsOn, item.startsOn);
  return periodsOf(grid, day, plusDays(day, 1), item.timeZone)[0]!;
}
