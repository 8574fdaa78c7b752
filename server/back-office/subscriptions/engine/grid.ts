import { dateOf, daysBetween, endless, instantOf, plusDays, plusMonths } from "./local-time.ts";
import { RatingRefusal } from "./refusal.ts";
import type { Anchor, Cadence, LocalText, Period, Unit } from "./types.ts";

/** The boundaries of a rhythm: pure data, see `boundary`. `day` is set for a billing day of the month. */
export interface Grid extends Cadence {
  readonly anchor: LocalText;
  readonly day?: number;
}

const mostPeriods = 20_000;
const monthsIn = (grid: Grid): number => (grid.unit === "year" ? 12 : grid.unit === "month" ? 1 : 0) * grid.count;
const daysIn = (grid: Grid): number => (grid.unit === "week" ? 7 : 1) * grid.count;

/**
 * The k-th boundary: the anchor plus k times the rhythm, counted FROM the anchor and clamped to the month's end
 * (31 Jan -> 28 Feb -> 31 Mar -> 30 Apr; stepping month by month would drift to 28 Mar).
 * With a billing day the grid opens at its first boundary; the one before it is one rhythm back from that very date.
 */
export function boundary(grid: Grid, k: number): LocalText {
  const months = monthsIn(grid);
  if (months === 0) return plusDays(grid.anchor, k * daysIn(grid));
  return plusMonths(grid.anchor, k * months, k < 0 ? undefined : grid.day);
}

/** The index of the period that contains a date. */
function periodAt(grid: Grid, date: LocalText): number {
  const months = monthsIn(grid);
  if (months === 0) return Math.floor(daysBetween(grid.anchor, date) / daysIn(grid));
  const [year = 0, month = 0] = date.split("-").map(Number);
  const [anchorYear = 0, anchorMonth = 0] = grid.anchor.split("-").map(Number);
  let k = Math.floor(((year - anchorYear) * 12 + month - anchorMonth) / months);
  while (boundary(grid, k) > date) k -= 1;
  while (boundary(grid, k + 1) <= date) k += 1;
  return k;
}

/** All whole periods of a grid that touch [from, to), oldest first. Throws RangeError beyond 20,000 of them. */
export function periodsOf(grid: Grid, from: LocalText, to: LocalText, timeZone: string): Period[] {
  const periods: Period[] = [];
  if (from >= to) return periods;
  let k = periodAt(grid, dateOf(from));
  let start = boundary(grid, k);
  while (start < to) {
    if (periods.length >= mostPeriods) throw new RangeError(`more than ${mostPeriods} billing periods between ${from} and ${to}`);
    const end = boundary(grid, k + 1);
    periods.push({ k, from: start, to: end, fromMs: instantOf(start, timeZone), toMs: instantOf(end, timeZone) });
    start = end;
    k += 1;
  }
  return periods;
}

/**
 * The billing periods that touch [from, to): whole, gap-free, oldest first; next.from is always the previous to.
 * `anchor` is a local date; boundaries lie `k x count` units before and after it, clamped to the end of the month.
 * billingPeriods("2026-01-31", "month", 1, "2026-02-01", "2026-04-01", "Europe/Paris") -> 31 Jan-28 Feb-31 Mar-30 Apr.
 */
export function billingPeriods(
  anchor: LocalText,
  unit: Unit,
  count: number,
  from: LocalText,
  to: LocalText | null,
  timeZone: string,
): Period[] {
  return periodsOf({ anchor: dateOf(anchor), unit, count }, from, to ?? endless, timeZone);
}

/**
 * The grid an anchor gives. `itemFrom`: when the item began (anniversaries count from there); `gridFrom`: when this anchor
 * and rhythm began to apply (a billing day counts from there).
 */
export function gridFor(anchor: Anchor, cadence: Cadence, itemFrom: LocalText, gridFrom: LocalText): Grid {
  if (!Number.isInteger(cadence.count) || cadence.count < 1)
    throw new RatingRefusal("cadence.count", "must be a whole number from 1");
  switch (anchor.kind) {
    case "anniversary":
      return { ...cadence, anchor: dateOf(itemFrom) };
    case "date":
      return { ...cadence, anchor: dateOf(anchor.date) };
    case "calendar":
      return { ...cadence, anchor: calendarAnchor(cadence.unit, dateOf(gridFrom)) };
    case "day_of_month":
      return billingDayGrid(anchor.day, cadence, dateOf(gridFrom));
  }
}

function calendarAnchor(unit: Unit, from: LocalText): LocalText {
  if (unit === "day") return from;
  if (unit === "week") return plusDays(from, -((new Date(from).getUTCDay() + 6) % 7));
  return `${from.slice(0, 4)}-01-01`;
}

function billingDayGrid(day: number, cadence: Cadence, from: LocalText): Grid {
  if (!Number.isInteger(day) || day < 1 || day > 31)
    throw new RatingRefusal("anchor.day", "must be a day of the month from 1 to 31");
  if (cadence.unit === "day" || cadence.unit === "week") {
    throw new RatingRefusal(
      "anchor",
      `a day of the month cannot pin a rhythm in ${cadence.unit}s; use calendar, anniversary or a date`,
    );
  }
  const inMonth = plusMonths(from, 0, day);
  const anchor = inMonth >= from ? inMonth : plusMonths(from, 1, day);
  return { ...cadence, anchor, day };
}
