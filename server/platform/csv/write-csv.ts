/** Table files to hand to people: RFC 4180, safe to open in a spreadsheet. */

export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

export interface CsvStyle {
  /** ";" for a spreadsheet in French; default ",". */
  delimiter?: "," | ";" | "\t";
}

/** The mark by which Excel knows UTF-8: write it before the first line of a file meant for a person. */
export const byteOrderMark = "\ufeff";

/**
 * One row with its CRLF. Text that a spreadsheet would run as a formula (= + - @ tab, return) gets a leading apostrophe; plain
 * numbers such as -12.50 stay numbers. Dates are ISO 8601 in UTC.
 */
export function csvLine(cells: readonly CsvCell[], { delimiter = "," }: CsvStyle = {}): string {
  return `${cells.map((cell) => quoted(plain(cell), delimiter)).join(delimiter)}\r\n`;
}

/** A whole file row by row, header first, with the byte order mark: pipe it to a response or a file. */
export async function* writeCsv(
  columns: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
  style: CsvStyle = {},
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns, style);
  for await (const row of rows) yield csvLine(row, style);
}

function plain(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== "string") return String(cell);
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
