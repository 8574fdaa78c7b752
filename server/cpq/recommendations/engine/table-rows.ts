import { type Delimiter, sniffDelimiter } from "#platform/csv/sniff-delimiter.ts";
import { BasketError } from "./basket-set.ts";

export interface TableRow {
  line: number;
  cells: string[];
}

const headLength = 65_536;

/** Text of a file people send: UTF-8, or an old Windows export where that does not fit. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The rows of a delimited text with the line each begins on; quotes may hold delimiters and line breaks. For large files:
 * rows without quotes are cut in one step. Cells are trimmed; blank rows are left out.
 */
export function* tableRows(text: string): Generator<TableRow> {
  const delimiter: Delimiter = sniffDelimiter(text.slice(0, headLength));
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const lineBreak = text.indexOf("\n", at);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= end) {
      const row = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
      if (row.trim() !== "") yield { line, cells: row.split(delimiter).map((cell) => cell.trim()) };
      at = end + 1;
      line += 1;
      continue;
    }
    const quoted = quotedRow(text, at, delimiter, line);
    if (quoted.cells.some((cell) => cell !== "")) yield { line, cells: quoted.cells };
    at = quoted.next;
    line += quoted.lines;
  }
}

function quotedRow(
  text: string,
  from: number,
  delimiter: string,
  line: number,
): { cells: string[]; next: number; lines: number } {
  const cells: string[] = [];
  let [cell, isQuoted, lines, at] = ["", false, 1, from];
  for (; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign === "\n") lines += 1;
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "") isQuoted = true;
    else if (sign === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else if (sign === "\n") break;
    else cell += sign;
  }
  if (isQuoted) throw new BasketError(line, "a quotation mark never closes.");
  cells.push(cell.trim());
  return { cells, next: at + 1, lines };
}
