import { DataError } from "./data-error.ts";
import type { Row } from "./read-cells.ts";

export type DateOrder = "iso" | "day_month" | "month_day";

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "jan janv january janvier",
    "feb fev fevr february fevrier",
    "mar mars march",
    "apr avr april avril",
    "may mai",
    "jun juin june",
    "jul juil july juillet",
    "aug aou aout august",
    "sep sept september septembre",
    "oct october octobre",
    "nov november novembre",
    "dec december decembre",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1])),
);
const plain = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar day; NaN when there is no such day. */
function dayNumber(year: number, month: number, day: number): number {
  const full = year < 70 ? 2000 + year : year < 100 ? 1900 + year : year;
  const ms = Date.UTC(full, month - 1, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms / dayMs : Number.NaN;
}

interface Parts {
  /** A sure day, or the two first figures whose order is to be found out. */
  readonly sure?: number;
  readonly unsure?: readonly [first: number, second: number, year: number];
}

function partsOf(cell: string): Parts | null {
  const text = plain(cell).replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /, "");
  let match =
    /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})(?:[t ]|$)/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]|$)/.exec(text);
  if (match) return { sure: dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) };
  match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:\b|[ t])/.exec(text);
  if (match) return { unsure: [Number(match[1]), Number(match[2]), Number(match[3])] };
  match = /^(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+([a-z]+)\.?[-/. ,]+(\d{4}|\d{2})\b/.exec(text);
  if (match && months[match[2]!]) return { sure: dayNumber(Number(match[3]), months[match[2]!]!, Number(match[1])) };
  match = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text);
  if (match && months[match[1]!]) return { sure: dayNumber(Number(match[3]), months[match[1]!]!, Number(match[2])) };
  if (/^\d{10}(\d{3})?(\.\d+)?$/.test(text)) return { sure: Math.floor(Number(text) / (text.length >= 13 ? dayMs : 86_400)) };
  if (/^\d{5}(\.\d+)?$/.test(text)) return { sure: Math.floor(Number(text)) - 25_569 }; // a day number of spreadsheets
  return null;
}

export const looksDate = (cell: string): boolean => {
  const parts = partsOf(cell);
  return (
    parts !== null &&
    !/^\d{5}(\.\d+)?$/.test(cell) &&
    !/^\d{10,13}$/.test(cell) &&
    (parts.sure === undefined || !Number.isNaN(parts.sure))
  );
};

/** One day, written any usual way, as days since 1970-01-01. NaN when it is none. */
export function dayOf(cell: string, order: DateOrder): number {
  const parts = partsOf(cell);
  if (!parts) return Number.NaN;
  if (parts.unsure)
    return order === "month_day"
      ? dayNumber(parts.unsure[2], parts.unsure[0], parts.unsure[1])
      : dayNumber(parts.unsure[2], parts.unsure[1], parts.unsure[0]);
  return parts.sure!;
}

/** The order of day and month in a column: the one that makes a day of every cell; null when both do. */
function orderOf(rows: readonly Row[], at: number): DateOrder | null {
  let [dayFirst, monthFirst] = [true, true];
  for (const row of rows) {
    const unsure = partsOf(row.cells[at] ?? "")?.unsure;
    if (!unsure) continue;
    if (unsure[0] > 12) monthFirst = false;
    if (unsure[1] > 12) dayFirst = false;
  }
  return dayFirst === monthFirst ? null : dayFirst ? "day_month" : "month_day";
}

/** Reads a column of days. Where day and month could be either, day first is taken and `warn` is told. Throws DataError naming the line. */
export function daysOf(
  rows: readonly Row[],
  at: number,
  name: string,
  asked: DateOrder | undefined,
  warn: (text: string) => void,
): number[] {
  const found = asked ?? orderOf(rows, at);
  const order = found ?? "day_month";
  let guessed = false;
  const days = rows.map((row) => {
    const cell = row.cells[at] ?? "";
    const day = dayOf(cell, order);
    if (Number.isNaN(day)) throw new DataError(`"${cell}" in column ${name} is not a date`, { line: row.line, column: name });
    if (found === null && /^\d{1,2}[-/. ]\d/.test(cell)) guessed = true;
    return day;
  });
  if (guessed) warn(`dates such as ${rows[0]!.cells[at]} were read as day/month/year; say --dates month_day if they are not`);
  return days;
}

export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
