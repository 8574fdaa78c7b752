import { DataError } from "./data-error.ts";
import type { Row } from "./read-cells.ts";

const money = /[€$£\s\u00a0\u202f'’]|EUR|USD|GBP|CHF/g;

/** Whether a column of figures writes decimals with a comma (1.234,50), judged over all its cells. */
export function hasDecimalComma(cells: Iterable<string>): boolean {
  let [commas, points] = [0, 0];
  for (const cell of cells) {
    const comma = cell.lastIndexOf(",");
    const point = cell.lastIndexOf(".");
    if (comma >= 0 && point >= 0) {
      if (comma > point) commas += 10;
      else points += 10;
    } else if (comma >= 0 && cell.indexOf(",") === comma && !/,\d{3}$/.test(cell)) commas += 1;
    else if (point >= 0) points += 1;
  }
  return commas > points;
}

/** A figure as written: "1 234,50 €", "$1,234.50", "(12.00)", "1e3". NaN when it is none. */
export function figureOf(cell: string, decimalComma: boolean): number {
  let text = cell.replace(money, "");
  if (text === "") return Number.NaN;
  const negative = /^\(.*\)$/.test(text);
  if (negative) text = text.slice(1, -1);
  text = decimalComma ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
  const percent = text.endsWith("%");
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?$/i.test(text) ? Number.parseFloat(text) / (percent ? 100 : 1) : Number.NaN;
  return negative ? -value : value;
}

/** Reads one column of figures. Throws DataError naming line and column. `empty` is what an empty cell means; without it, it is an error. */
export function figuresOf(rows: readonly Row[], at: number, name: string, empty?: number): number[] {
  const comma = hasDecimalComma(rows.map((row) => row.cells[at] ?? ""));
  return rows.map((row) => {
    const cell = row.cells[at] ?? "";
    if (empty !== undefined && /^(|na|n\/a|nan|null|-)$/i.test(cell)) return empty;
    const value = figureOf(cell, comma);
    if (Number.isNaN(value)) throw new DataError(`"${cell}" in column ${name} is not a number`, { line: row.line, column: name });
    return value;
  });
}
