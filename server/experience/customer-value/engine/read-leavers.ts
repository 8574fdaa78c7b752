import { DataError } from "./data-error.ts";
import { type AskedColumns, findColumn, nameOf, plainName } from "./find-columns.ts";
import type { Cells } from "./read-cells.ts";

export interface Leavers {
  readonly at: number;
  /** The column, and the value in it that says a customer left. */
  readonly column: string;
  readonly yes: string;
  /** Lines whose outcome is known, and 1 where the customer left. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly left: Float64Array;
}

const yesWords =
  /^(yes|y|true|1|10*|left|churn|churned|exited|cancell?ed|oui|o|vrai|parti|resilie|attritedcustomer|attrited|closed|lost)$/;
const noWords = /^(no|n|false|0|00*|stayed|active|current|existing|existingcustomer|non|faux|actif|retained|open|loyal)$/;

/**
 * Finds the column that says who left and reads it. Two values are expected: yes or no in any usual words; of two other words the
 * rarer is taken for leaving, and `warn` is told. Lines without an answer are left out. Throws DataError.
 */
export function readLeavers(
  cells: Cells,
  asked: AskedColumns,
  yesAsked: string | undefined,
  warn: (text: string) => void,
): Leavers {
  const { names } = cells;
  if (!names) throw new DataError("the file needs a heading: names of the columns in its first line");
  let at = findColumn(cells, "left", asked);
  if (at < 0) at = names.findIndex((name) => /churn|attrition|resili/.test(plainName(name)));
  if (at < 0) throw new DataError(`no column says who left; name it with --target (the columns are: ${names.join(", ")})`);
  const column = nameOf(cells, at);
  const rows = cells.rows.filter((row) => (row.cells[at] ?? "") !== "");
  if (rows.length < cells.rows.length)
    warn(`${cells.rows.length - rows.length} lines do not say whether the customer left, and were left out`);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.cells[at]!, (counts.get(row.cells[at]!) ?? 0) + 1);
  const kinds = [...counts.keys()];
  const odd =
    yesAsked === undefined && kinds.length > 2 ? rows.find((row) => !isYes(row.cells[at]!) && !isNo(row.cells[at]!)) : undefined;
  if (odd)
    throw new DataError(
      `"${odd.cells[at]}" in column ${column} is neither yes nor no; say with --yes which value means that the customer left`,
      { line: odd.line, column },
    );
  if (yesAsked !== undefined && !counts.has(yesAsked))
    throw new DataError(`no customer has "${yesAsked}" in column ${column}; there are: ${kinds.slice(0, 5).join(", ")}`, {
      column,
    });
  const clear = kinds.every((kind) => isYes(kind) || isNo(kind));
  const rarer = kinds.toSorted((a, b) => counts.get(a)! - counts.get(b)!)[0]!;
  if (yesAsked === undefined && !clear)
    warn(`"${rarer}" in column ${column} was taken to mean that the customer left; say --yes if it is another`);
  const says = (cell: string) => (yesAsked !== undefined ? cell === yesAsked : clear ? isYes(cell) : cell === rarer);
  const left = Float64Array.from(rows, (row) => (says(row.cells[at]!) ? 1 : 0));
  const gone = left.reduce((sum, each) => sum + each, 0);
  if (gone < 20 || rows.length - gone < 20)
    throw new DataError(
      `${gone} of ${rows.length} customers left: at least 20 who left and 20 who stayed are needed to learn from`,
      { column },
    );
  return { at, column, yes: yesAsked ?? (clear ? kinds.find(isYes)! : rarer), rows, left };
}

const isYes = (cell: string): boolean => yesWords.test(plainWord(cell));
const isNo = (cell: string): boolean => noWords.test(plainWord(cell));
const plainWord = (cell: string): string => plainName(cell.replace(/\.0+$/, ""));
