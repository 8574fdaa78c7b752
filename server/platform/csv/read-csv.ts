/**
 * Reads the table files people really send: any common delimiter and encoding, quotes, line breaks inside cells, rows cut
 * short. Streams, so that a large file costs little memory; every row knows its line, so that an error can be found.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { refuse } from "../errors.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import { type Delimiter, sniffDelimiter } from "./sniff-delimiter.ts";

export interface CsvRow {
  /** The line of the file on which the row begins, the first line of the file being 1. */
  readonly line: number;
  /** One text per column, trimmed outside quotes, line breaks as "\n"; "" where the row is cut short. */
  readonly cells: readonly string[];
  /** The same by column name. */
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: "too_few_cells" | "too_many_cells";
}

export interface CsvFile {
  readonly delimiter: Delimiter;
  /** Known for certain once the rows have been read; plain ASCII so far counts as utf-8. */
  readonly encoding: () => TextEncoding;
  /** Names from the first row, trimmed; empty ones become "column 3", repeated ones "name (2)". */
  readonly columns: readonly string[];
  /** The rows after the header, once. Blank rows are left out. */
  readonly rows: AsyncIterable<CsvRow>;
}

export interface CsvLimits {
  /** Default 100 MB. */
  maxBytes?: number;
  /** Default 500,000 without the header. */
  maxRows?: number;
  /** Characters in one row; default 200,000. */
  maxRowLength?: number;
  /** When the person has chosen it; otherwise found. */
  delimiter?: Delimiter;
}

const headLength = 65_536;

/** Opens a table file. Refuses (csv.*) what is empty, over a limit, or has a quotation mark that never closes. */
export async function readCsv(source: AsyncIterable<Uint8Array> | Uint8Array, limits: CsvLimits = {}): Promise<CsvFile> {
  const { maxBytes = 100_000_000, maxRows = 500_000, maxRowLength = 200_000 } = limits;
  let encoding: TextEncoding = "utf-8";
  const bytes = source instanceof Uint8Array ? Readable.from([source], { objectMode: true }) : source;
  const decoded = decodeText(limited(bytes, maxBytes), (found) => {
    encoding = found;
  });
  const text = plainLineBreaks(decoded);
  let head = "";
  for (let next = await text.next(); !next.done; next = await text.next()) {
    head += next.value;
    if (head.length >= headLength) break;
  }
  // Excel's own hint, "sep=;" alone on the first line.
  const hint = /^"?sep=([,;\t|])"?\n/i.exec(head);
  if (hint) head = head.slice(hint[0].length);
  const delimiter = limits.delimiter ?? (hint?.[1] as Delimiter | undefined) ?? sniffDelimiter(head);

  const records = parseRecords(head, text, delimiter, maxRowLength, hint ? 1 : 0);
  const first = await records.next();
  if (first.done) refuse("csv.empty");
  const columns = columnNames(first.value.cells);
  return { delimiter, encoding: () => encoding, columns, rows: rowsOf(records, columns, maxRows) };
}

interface CsvRecord {
  line: number;
  cells: string[];
}

async function* parseRecords(
  head: string,
  rest: AsyncIterable<string>,
  delimiter: Delimiter,
  maxRowLength: number,
  linesBefore: number,
): AsyncGenerator<CsvRecord> {
  let lastLine = linesBefore;
  const parser = parse({
    delimiter,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: "\n",
    max_record_size: maxRowLength,
    on_record: (record: unknown, context) => {
      lastLine = context.lines + linesBefore;
      return record as string[];
    },
  });
  const chunks = async function* () {
    yield head;
    yield* rest;
  };
  const fed = pipeline(Readable.from(chunks()), parser).catch((error: unknown) => error);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const inner = record.reduce((breaks, cell) => breaks + (cell.split("\n").length - 1), 0);
      yield { line: info.lines + linesBefore - inner, cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") refuse("csv.quote_not_closed", { line: lastLine });
    if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") refuse("csv.row_too_long", { line: lastLine + 1 });
    throw error;
  } finally {
    parser.destroy();
    await fed;
  }
}

async function* rowsOf(records: AsyncIterable<CsvRecord>, columns: readonly string[], maxRows: number): AsyncGenerator<CsvRow> {
  let count = 0;
  for await (const { line, cells } of records) {
    if (cells.every((cell) => cell === "")) continue;
    if (++count > maxRows) refuse("csv.too_many_rows", { limitRows: maxRows });
    const surplus = cells.slice(columns.length).some((cell) => cell !== "");
    const problem = cells.length < columns.length ? "too_few_cells" : surplus ? "too_many_cells" : undefined;
    const full = columns.map((_, index) => cells[index] ?? "");
    const values = Object.fromEntries(columns.map((column, index) => [column, full[index]!]));
    yield { line, cells: full, values, ...(problem && { problem }) };
  }
}

function columnNames(header: readonly string[]): string[] {
  const last = header.findLastIndex((cell) => cell !== "");
  const taken = new Set<string>();
  return header.slice(0, last + 1).map((cell, index) => {
    const name = cell === "" ? `column ${index + 1}` : cell;
    let free = name;
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`;
    taken.add(free);
    return free;
  });
}

/** Every line break as "\n", so that lines can be counted inside quotes too. A "\r" at the end of a part waits for the next. */
async function* plainLineBreaks(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const part of text) {
    const whole = held + part;
    held = whole.endsWith("\r") ? "\r" : "";
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, "\n");
  }
  if (held) yield "\n";
}

async function* limited(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) refuse("csv.too_large", { limitMegabytes: Math.floor(maxBytes / 1_000_000) });
    yield chunk;
  }
}
