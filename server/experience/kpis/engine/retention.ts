/** What happened in a period to the customers (or to their recurring revenue) who were there at its start. New ones do not count. */
export interface RevenueMoves {
  /** Recurring revenue at the start, minor units. */
  readonly startMinor: bigint;
  /** Of that: lost with customers who left, and by those who pay less; both 0 or more. */
  readonly churnedMinor: bigint;
  readonly contractedMinor: bigint;
  /** More from customers who were there at the start. */
  readonly expandedMinor: bigint;
}

export interface RevenueRetention {
  /** Gross revenue retention: (start - churned - contracted) / start, from 0 to 1. */
  readonly gross: number;
  /** Net revenue retention: (start + expanded - churned - contracted) / start; above 1 when growth outweighs loss. */
  readonly net: number;
}

/** GRR and NRR of one cohort. Null when nothing was there at the start. Throws RangeError on a negative move, or more lost than there was. */
export function revenueRetention({
  startMinor,
  churnedMinor,
  contractedMinor,
  expandedMinor,
}: RevenueMoves): RevenueRetention | null {
  if ([startMinor, churnedMinor, contractedMinor, expandedMinor].some((minor) => minor < 0n))
    throw new RangeError("revenue moves are given as amounts of 0 or more");
  if (startMinor === 0n) return null;
  const kept = startMinor - churnedMinor - contractedMinor;
  if (kept < 0n) throw new RangeError("more revenue was lost than there was at the start");
  return { gross: ratio(kept, startMinor), net: ratio(kept + expandedMinor, startMinor) };
}

/** Division of minor amounts to twelve digits, also where they are beyond what a float holds. */
const ratio = (part: bigint, whole: bigint): number => Number((part * 1_000_000_000_000n) / whole) / 1e12;

/** Share of the customers there at the start who left, and of those who stayed. Null when nobody was there. */
export function logoChurn(atStart: number, left: number): { churn: number; retention: number } | null {
  if (!Number.isSafeInteger(atStart) || !Number.isSafeInteger(left) || left < 0 || left > atStart)
    throw new RangeError("those who left are among those there at the start");
  return atStart === 0 ? null : { churn: left / atStart, retention: 1 - left / atStart };
}
