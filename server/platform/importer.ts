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
  values: Readonly<Record<string, string | undefined>>;
}

/** `marked`: kept, but a person should look at it. */
export interface ImportOutcome {
  line: number;
  status: "created" | "updated" | "unchanged" | "marked" | "error";
  recordId?: string;
  field?: string;
  note?: string;
}

/** A value that was kept but may be a slip of the pen: said once per value with how many rows have it. */
export interface ImportWarning {
  field: string;
  value: string;
  suggestion?: string;
}

export interface ImportOptions {
  dateFormat: "iso" | "day_month" | "month_day";
  currency: string;
  /** "GTXPro" -> "GTX Pro": spellings mended by the mapping, by field. */
  replacements: Record<string, Record<string, string>>;
}

/** How a module takes rows of a file in: a batch in one transaction; a row that is there already changes nothing; `undo` removes what an import made. */
export interface Importer {
  kind: string;
  en: string;
  fr: string;
  fields: readonly ImportField[];
  take(
    tx: Tx,
    ctx: Context,
    importId: string,
    rows: readonly ImportRow[],
    options: ImportOptions,
  ): Promise<{ outcomes: ImportOutcome[]; warnings: ImportWarning[] }>;
  /** Removes the rows the import made. Refuses when something has grown on them since. */
  undo(tx: Tx, importId: string): Promise<number>;
}

/** "2/26/2018 19:58" or "2018-02-26" as an instant at noon UTC when no time is given; undefined when it is no date. */
export function parseWhen(text: string, format: ImportOptions["dateFormat"]): Date | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  const found = iso ?? parts;
  if (!found) return undefined;
  const [, a, b, c, hour, minute, second] = found.map(Number) as [number, number, number, number, number, number, number];
  const [year, month, day] = iso ? [a, b, c] : format === "day_month" ? [c, b, a] : [c, a, b];
  const withTime = found[4] !== undefined;
  const at = new Date(
    Date.UTC(year, month - 1, day, withTime ? hour : 12, withTime ? minute : 0, found[6] === undefined ? 0 : second),
  );
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at : undefined;
}

/** A heading as it is compared: "Account Name", "account_name" and "accountname" are one. */
export const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
