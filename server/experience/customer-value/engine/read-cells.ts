import { csvRefusals } from "#platform/csv/refusals.ts";
import { decodeText } from "#platform/csv/decode-text.ts";
import { readCsv } from "#platform/csv/read-csv.ts";
import { Refusal } from "#platform/errors.ts";
import { DataError } from "./data-error.ts";

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Cells {
  /** Names of the columns; null when the file begins with data. */
  readonly names: readonly string[] | null;
  readonly width: number;
  readonly rows: readonly Row[];
}

const limits = { maxBytes: 2_000_000_000, maxRows: 20_000_000 };
const looksNumber = (cell: string): boolean =>
  /^[-+]?[\d\s.,:/%€$£-]*\d[\d\s.,:/%€$£-]*$/.test(cell.trim()) && cell.trim() !== "";

/**
 * A table file as cells: separators , ; tab | or runs of blanks (fixed columns), any usual encoding, with or without a heading.
 * The first line is a heading unless it holds figures as the second does. Throws DataError on an empty or broken file.
 */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  const lines = (await textOf(bytes.subarray(0, headBytes))).split(/\r\n?|\n/, 40).filter((line) => line.trim() !== "");
  if (bytes.length > headBytes && lines.length > 1) lines.pop(); // cut in the middle
  if (lines.length === 0) throw new DataError("the file is empty");
  if (!lines.some((line) => /[,;\t|]/.test(line)) && lines.every((line) => /\S\s+\S/.test(line)))
    return inBlanks(await textOf(bytes));
  const blankSeparated = lines.filter((line) => /^\s*\S+(?:\s+[-\w./]+){2,}\s*$/.test(line)).length === lines.length;
  if (blankSeparated && !lines.some((line) => /[;\t|]|,\S/.test(line))) return inBlanks(await textOf(bytes));
  try {
    const file = await readCsv(inParts(bytes), limits);
    const rows: Row[] = [];
    for await (const { line, cells, problem } of file.rows) {
      if (problem === "too_many_cells")
        throw new DataError(`has more cells than the heading has columns (${file.columns.length})`, { line });
      rows.push({ line, cells });
    }
    const first = file.columns.map((name) => name.replace(/ \(\d+\)$/, ""));
    if (!isData(first)) return { names: file.columns, width: first.length, rows };
    return { names: null, width: first.length, rows: [{ line: 1, cells: first }, ...rows] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = (csvRefusals[error.code]?.en ?? error.code).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(error.params[name]),
    );
    throw new DataError(sentence);
  }
}

const headBytes = 65_536;

async function textOf(bytes: Uint8Array): Promise<string> {
  let text = "";
  for await (const part of decodeText(inParts(bytes), () => {})) text += part;
  return text;
}

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += headBytes) yield bytes.subarray(at, at + headBytes);
}

/** A row is data when at least half of its cells are figures or dates, the last among them; "cohort, 0, 1, 2, 3" is a heading. */
function isData(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "" && !/^column \d+$/.test(cell));
  const counting =
    filled.length > 2 && !looksNumber(filled[0]!) && filled.slice(1).every((cell, i) => cell === String(Number(filled[1]) + i));
  return filled.length > 0 && filled.filter(looksNumber).length * 2 >= filled.length && looksNumber(filled.at(-1)!) && !counting;
}

function inBlanks(text: string): Cells {
  const rows: Row[] = [];
  text.split(/\r\n?|\n/).forEach((raw, index) => {
    const cells = raw.trim().split(/\s+/);
    if (cells[0] !== "") rows.push({ line: index + 1, cells });
  });
  const width = rows[0]!.cells.length;
  const odd = rows.find((row) => row.cells.length !== width);
  if (odd) throw new DataError(`has ${odd.cells.length} columns where the first line has ${width}`, { line: odd.line });
  if (isData(rows[0]!.cells)) return { names: null, width, rows };
  return { names: rows[0]!.cells, width, rows: rows.slice(1) };
}
