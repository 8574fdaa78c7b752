import { DataError } from "./data-error.ts";
import { type AskedColumns, findColumn, nameOf } from "./find-columns.ts";
import type { Cells } from "./read-cells.ts";
import { type DateOrder, daysOf, looksDate } from "./read-dates.ts";
import { figureOf, figuresOf, hasDecimalComma } from "./read-figures.ts";
import { wrongWith } from "./repeat-purchases.ts";

/** One purchase: on which day (since 1970-01-01), for how much; null when the file has no amounts. */
export interface Purchase {
  readonly id: string;
  readonly day: number;
  readonly amount: number | null;
}

/** A customer as the models see them; `mean` is of the repeat purchases (null unknown), `weight` how many are alike. */
export interface Customer {
  readonly id: string;
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly mean: number | null;
  readonly weight: number;
}

export interface Asked {
  readonly columns: AskedColumns;
  readonly dates?: DateOrder | undefined;
  /** The recency column counts the time since the last purchase, not the time of it. */
  readonly sinceLast?: boolean | undefined;
}

/** The same cells with headings, if they have none and hold customers by their figures: x, t_x, T, before them maybe an id, after them maybe a mean. */
export function withSummaryNames(cells: Cells): Cells {
  if (cells.names || cells.width < 3 || cells.width > 5) return cells;
  const names = (cells.width === 3 ? ["x", "t_x", "T"] : ["id", "x", "t_x", "T", "mean"]).slice(0, cells.width);
  const from = names.indexOf("x");
  const fits = cells.rows.every((row) => {
    const [x, tx, T] = row.cells.slice(from, from + 3).map((cell) => figureOf(cell, false));
    return wrongWith({ x: x!, tx: tx!, T: T! }) === null;
  });
  return fits && cells.rows.length > 1 ? { ...cells, names } : cells;
}

/** Whether a file holds one line per customer: x, t_x and T are all there. */
export function isSummary(cells: Cells, asked: AskedColumns): boolean {
  const [x, tx, T] = summaryColumns(cells, asked);
  return x >= 0 && tx >= 0 && T >= 0;
}

function summaryColumns(cells: Cells, asked: AskedColumns): [number, number, number] {
  const T = findColumn(cells, "T", asked);
  const tx = findColumn(cells, "tx", asked, [T]);
  return [findColumn(cells, "x", asked, [T, tx]), tx, T];
}

/** One line per customer: x, t_x, T, and where present the mean amount and a number of customers alike. Throws DataError. */
export function readSummary(cells: Cells, asked: Asked): Customer[] {
  const [xAt, txAt, tAt] = summaryColumns(cells, asked.columns);
  const meanAt = findColumn(cells, "mean", asked.columns, [xAt, txAt, tAt]);
  const weightAt = findColumn(cells, "weight", asked.columns, [xAt, txAt, tAt, meanAt]);
  const idAt = findColumn(cells, "id", asked.columns, [xAt, txAt, tAt, meanAt, weightAt]);
  const unnamed = cells.names?.[0] === "column 1"; // the running number that data frames are written with
  const read = (at: number) => figuresOf(cells.rows, at, nameOf(cells, at));
  const [x, tx, T] = [read(xAt), read(txAt), read(tAt)];
  const mean = meanAt < 0 ? null : figuresOf(cells.rows, meanAt, nameOf(cells, meanAt), 0);
  const weight = weightAt < 0 ? null : read(weightAt);
  return cells.rows.map(({ line, cells: row }, i) => {
    const [each, age] = [x[i]!, T[i]!];
    const last = asked.sinceLast ? (each === 0 ? 0 : age - tx[i]!) : tx[i]!;
    const wrong = wrongWith({ x: each, tx: last, T: age });
    if (wrong) throw new DataError(wrong, { line });
    const many = weight?.[i] ?? 1;
    if (!(many >= 0)) throw new DataError(`the number of customers must be 0 or more, not ${many}`, { line });
    return {
      id: row[idAt < 0 && unnamed ? 0 : idAt] || String(i + 1),
      x: each,
      tx: last,
      T: age,
      mean: mean?.[i] ?? null,
      weight: many,
    };
  });
}

/** Whether a file has a column of days, by its heading or, without headings, by what is in it. */
export const hasDays = (cells: Cells, { columns }: Asked): boolean =>
  cells.names || columns.date !== undefined ? findColumn(cells, "date", columns) >= 0 : dayColumn(cells) >= 0;

const sampleOf = (cells: Cells) => cells.rows.slice(0, 50);
const dayColumn = (cells: Cells): number =>
  Array.from({ length: cells.width }, (_, at) => at).findIndex((at) =>
    sampleOf(cells).every((row) => looksDate(row.cells[at] ?? "")),
  );

interface PurchaseColumns {
  readonly id: number;
  readonly date: number;
  readonly amount: number;
  readonly quantity: number;
}

/** Without headings: the day is the first column of dates, the customer the first other one, the amount the last. */
function columnsByContent(cells: Cells, asked: AskedColumns): PurchaseColumns {
  const sample = sampleOf(cells);
  const columns = Array.from({ length: cells.width }, (_, at) => at);
  const wished = (meaning: "id" | "date" | "amount", found: number) =>
    asked[meaning] === undefined ? found : findColumn(cells, meaning, asked);
  const date = wished("date", dayColumn(cells));
  const id = wished("id", columns.find((at) => at !== date) ?? -1);
  const figures = columns.filter(
    (at) => at !== date && at !== id && sample.every((row) => !Number.isNaN(figureOf(row.cells[at] ?? "", false))),
  );
  return { id, date, amount: wished("amount", figures.at(-1) ?? -1), quantity: -1 };
}

function columnsByName(cells: Cells, asked: AskedColumns): PurchaseColumns {
  const date = findColumn(cells, "date", asked);
  const id = findColumn(cells, "id", asked, [date]);
  const amount = findColumn(cells, "amount", asked, [date, id]);
  const price = amount >= 0 ? -1 : findColumn(cells, "price", asked, [date, id]);
  return {
    id,
    date,
    amount: amount >= 0 ? amount : price,
    quantity: price >= 0 ? findColumn(cells, "quantity", asked, [date, id, price]) : -1,
  };
}

/**
 * One line per purchase (or per article of one): customer, day, amount (or quantity and price). Lines without a customer and
 * returns (negative amounts) are left out and counted in `warn`. Throws DataError naming line and column.
 */
export function readPurchases(cells: Cells, asked: Asked, warn: (text: string) => void): Purchase[] {
  const at = cells.names ? columnsByName(cells, asked.columns) : columnsByContent(cells, asked.columns);
  const there = cells.names ? `the columns are: ${cells.names.join(", ")}` : `the file has ${cells.width} columns without names`;
  if (at.date < 0)
    throw new DataError(`no column of dates and no x, t_x, T was found; name them with --date, or --x, --tx and --T (${there})`);
  if (at.id < 0) throw new DataError(`no column of customers was found; name it with --id (${there})`);
  const rows = cells.rows.filter((row) => (row.cells[at.id] ?? "") !== "");
  if (rows.length < cells.rows.length) warn(`${cells.rows.length - rows.length} lines without a customer were left out`);
  const days = daysOf(rows, at.date, nameOf(cells, at.date), asked.dates, warn);
  const amounts = at.amount < 0 ? null : figuresOf(rows, at.amount, nameOf(cells, at.amount), 0);
  const comma = at.quantity >= 0 && hasDecimalComma(rows.map((row) => row.cells[at.quantity]!));
  let returns = 0;
  const purchases: Purchase[] = [];
  rows.forEach((row, i) => {
    const amount = amounts === null ? null : amounts[i]! * (at.quantity < 0 ? 1 : figureOf(row.cells[at.quantity]!, comma) || 0);
    if (amount !== null && amount < 0) returns += 1;
    else purchases.push({ id: row.cells[at.id]!, day: days[i]!, amount });
  });
  if (returns > 0) warn(`${returns} lines of negative amount (returns) were left out`);
  if (purchases.length === 0) throw new DataError("the file holds no purchase");
  return purchases;
}
