import { DataError } from "./data-error.ts";
import { findColumn, nameOf, plainName } from "./find-columns.ts";
import type { Cells } from "./read-cells.ts";
import { figureOf, figuresOf, hasDecimalComma } from "./read-figures.ts";
import type { Asked } from "./read-purchases.ts";
import type { Renewals } from "./shifted-beta-geometric.ts";

export interface Cohort {
  readonly name: string;
  /** Customers there after 0, 1, 2, ... renewals. */
  readonly counts: readonly number[];
}

/** One customer of a contract: renewals so far, whether they have left, what one period brings (null unknown). */
export interface Contract {
  readonly id: string;
  readonly t: number;
  readonly left: boolean;
  readonly fee: number | null;
}

/** Whether a file holds one contract per line: how long, and whether it ended. */
export const isContracts = (cells: Cells, { columns }: Asked): boolean =>
  findColumn(cells, "tenure", columns) >= 0 && findColumn(cells, "left", columns) >= 0;

const yes = /^(yes|y|true|1|left|churned|churn|exited|cancell?ed|oui|o|vrai|parti|resilie|attritedcustomer)$/;
const no = /^(no|n|false|0|stayed|active|current|existing|existingcustomer|non|faux|actif|retained|)$/;

/** One contract per line: tenure in whole periods, ended or not, and the fee where there is one. Throws DataError. */
export function readContracts(cells: Cells, { columns }: Asked): Contract[] {
  const tenureAt = findColumn(cells, "tenure", columns);
  const leftAt = findColumn(cells, "left", columns, [tenureAt]);
  const feeAt = findColumn(cells, "fee", columns, [tenureAt, leftAt]);
  const idAt = findColumn(cells, "id", columns, [tenureAt, leftAt, feeAt]);
  const tenure = figuresOf(cells.rows, tenureAt, nameOf(cells, tenureAt));
  const fee = feeAt < 0 ? null : figuresOf(cells.rows, feeAt, nameOf(cells, feeAt), 0);
  return cells.rows.map(({ line, cells: row }, i) => {
    const said = plainName(row[leftAt] ?? "");
    if (!yes.test(said) && !no.test(said))
      throw new DataError(
        `"${row[leftAt]}" in column ${nameOf(cells, leftAt)} does not say whether the customer left (yes or no)`,
        { line, column: nameOf(cells, leftAt) },
      );
    const t = tenure[i]!;
    if (!(t >= 0 && t <= 100_000))
      throw new DataError(`a tenure of ${t} periods is not possible`, { line, column: nameOf(cells, tenureAt) });
    return {
      id: (idAt < 0 ? undefined : row[idAt]) || String(i + 1),
      t: Math.floor(t),
      left: yes.test(said),
      fee: fee?.[i] ?? null,
    };
  });
}

/** Those who left within the first period are counted as leaving at the first renewal. */
export function renewalsOfContracts(contracts: readonly Contract[]): Renewals[] {
  const counts = new Map<string, { t: number; left: boolean; weight: number }>();
  for (const contract of contracts) {
    const t = contract.left ? Math.max(1, contract.t) : contract.t;
    const key = `${t}|${contract.left}`;
    const same = counts.get(key);
    if (same) same.weight += 1;
    else counts.set(key, { t, left: contract.left, weight: 1 });
  }
  return [...counts.values()];
}

/**
 * Cohorts counted after each renewal: 1000, 631, 468 in one line, or one below the other, beside a column of periods or not;
 * several cohorts as columns beside the periods, or as lines. Shares (1, .631 or 100 %, 63.1 %) are taken of 1,000 customers.
 */
export function readCohorts(cells: Cells): Cohort[] {
  const comma = hasDecimalComma(cells.rows.flatMap((row) => row.cells));
  const figures = cells.rows.map((row) => row.cells.map((cell) => figureOf(cell, comma)));
  const columns = Array.from({ length: cells.width }, (_, at) => figures.map((row) => row[at] ?? Number.NaN));
  const name = (at: number) => cells.names?.[at] ?? `cohort ${at}`;
  const first = columns[0]!;
  const heads = (cells.names ?? []).slice(1).map((head) => Number(/\d+$/.exec(head)?.[0] ?? Number.NaN));
  const across = heads.length > 1 && heads.every((head, i) => head === heads[0]! + i); // cohort, 0, 1, 2 or month 1, month 2
  const periods =
    !across &&
    first.length > 1 &&
    cells.width > 1 &&
    first.every((value, i) => Number.isInteger(value) && value === first[0]! + i);
  if (periods)
    return columns.slice(1).map((counts, at) => cohort(name(at + 1), counts, cells, first[0] === 0 ? undefined : first[0]!));
  if (cells.width === 1) return [cohort("cohort", first, cells)];
  const labelled = across || figures.every((row) => Number.isNaN(row[0]!));
  return figures.map((row, i) =>
    cohort(
      labelled ? cells.rows[i]!.cells[0]! : `cohort ${i + 1}`,
      labelled ? row.slice(1) : row,
      cells,
      undefined,
      cells.rows[i]!.line,
    ),
  );
}

function cohort(name: string, figures: readonly number[], cells: Cells, firstPeriod?: number, line?: number): Cohort {
  const end = figures.findLastIndex((value) => !Number.isNaN(value));
  const counts = figures.slice(0, end + 1);
  const place = (at: number) => ({ line: line ?? cells.rows[at]?.line, column: name });
  counts.forEach((value, at) => {
    if (Number.isNaN(value) || value < 0) throw new DataError(`${name} holds no number of customers`, place(at));
    if (at > 0 && value > counts[at - 1]!)
      throw new DataError(`${name} grows from ${counts[at - 1]} to ${value}: customers who left do not come back`, place(at));
  });
  const whole = counts[0] ?? 0;
  const shares = whole <= 1 && counts.some((value) => !Number.isInteger(value));
  const percents = !shares && whole <= 100 && counts.some((value) => !Number.isInteger(value));
  const base = shares ? 1 : 100;
  const scaled = shares || percents ? counts.map((value) => (value / base) * 1000) : counts;
  const all = (shares || percents) && scaled[0]! < 1000 && firstPeriod !== 0 ? [1000, ...scaled] : scaled;
  if (all.length < 3) throw new DataError(`${name} needs the customers after at least two renewals`, place(0));
  return { name, counts: all };
}
