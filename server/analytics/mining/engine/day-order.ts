import { clockOn, instantOf } from "./instant.ts";

export type DayOrder = "day_month" | "month_day";

const slashed =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[T ,:]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?\s*(am|pm)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** A cell read as a moment: in milliseconds, or in both orders of day and month where only the other rows can tell; NaN when it is none. */
export type ReadMoment = number | Record<DayOrder, number>;

/** ISO 8601, seconds or milliseconds since 1970, or numbers with slashes, points or dashes: 2026/03/02 09:00, 02.03.2026 09:00:00, 3/2/2026 9:00 PM. UTC where no zone is given. */
export function momentOf(text: string): ReadMoment {
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return Number(text) * (text.split(".")[0]!.length > 11 ? 1 : 1_000);
  const iso = instantOf(text);
  if (!Number.isNaN(iso)) return iso;
  const found = slashed.exec(text);
  if (!found) return Number.NaN;
  const [, first, second, third, hours = "0", minutes = "0", seconds = "0", fraction, half, zone] = found;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hours);
  if (half && (Number(hours) > 12 || hours === "0")) return Number.NaN;
  const shift = shiftOf(zone);
  const on = (year: string, month: string, day: string): number =>
    clockOn(Number(year), Number(month), Number(day), hour, Number(minutes), Number(seconds), fraction) + shift;
  if (first!.length === 4) return third!.length <= 2 ? on(first!, second!, third!) : Number.NaN;
  if (first!.length > 2 || third!.length !== 4) return Number.NaN;
  return { day_month: on(third!, second!, first!), month_day: on(third!, first!, second!) };
}

function shiftOf(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  return found ? (Number(found[2]) * 60 + Number(found[3])) * (found[1] === "+" ? -60_000 : 60_000) : 0;
}
