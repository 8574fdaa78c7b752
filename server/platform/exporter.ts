import type { Context } from "./context.ts";
import type { CsvCell } from "./csv/write-csv.ts";

/** Only what happened (events) or was made (records) from a moment, included, to a moment, excluded. */
export interface ExportPeriod {
  from?: Date | undefined;
  to?: Date | undefined;
}

/** A value of an exported row: as CSV takes them, and in JSON also lists and objects. Money is decimal text in major units, its currency beside it. */
export type ExportCell = CsvCell | readonly unknown[] | Readonly<Record<string, unknown>>;

/** A form of a file beside CSV and JSON lines: text in parts, and a call of `counted` for each row written. */
export type ExportForm = (ctx: Context, period: ExportPeriod, counted: (rows: number) => void) => AsyncIterable<string>;

/**
 * How a module gives rows out to a file, one by one from a cursor of the database, so that the size of the file does not matter
 * and all rows are of the same moment. Headings are such as importers know.
 */
export interface Exporter {
  kind: string;
  columns: readonly string[];
  rows(ctx: Context, period: ExportPeriod): AsyncIterable<readonly ExportCell[]>;
  /** By name, e.g. "xes". */
  forms?: Readonly<Record<string, ExportForm>>;
}
