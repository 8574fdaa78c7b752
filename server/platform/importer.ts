import type { Context } from "./context.ts";
import type { Tx } from "./database.ts";

/** One column a module can take in from a file, with the headings people usually give it (compared without case and punctuation). */
export interface ImportField {
  name: string;
  en: string;
  fr: string;
  required?: boolean;
  headings: readonly string[];
}

export interface ImportRow {
  line: number;
  /** By field name; absent when the file has no such column or the cell is empty. */
  values: Record<string, string>;
}

export type ImportOutcome =
  | { line: number; status: "created" | "unchanged" | "updated" | "marked"; recordId: string; note?: string }
  | { line: number; status: "error"; field?: string; message: string };

/** How a module takes in rows of a file: batches in one transaction; the same row again changes nothing; `undo` removes what an import made. */
export interface Importer {
  /** "opportunities" */
  kind: string;
  fields: readonly ImportField[];
  /** The field whose value identifies a row in its source system, so that the same file twice changes nothing. */
  key: string;
  take(tx: Tx, ctx: Context, importId: string, rows: readonly ImportRow[], options: ImportOptions): Promise<ImportOutcome[]>;
  undo(tx: Tx, ctx: Context, importId: string): Promise<number>;
}

export interface ImportOptions {
  dryRun: boolean;
  dateFormat: "iso" | "day_month" | "month_day";
  currency: string;
  /** "GTXPro" -> "GTX Pro": spelling fixes chosen in the mapping, by field. */
  replacements: Record<string, Record<string, string>>;
}
