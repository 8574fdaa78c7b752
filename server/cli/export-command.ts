/** Gives the record out to a file, in forms other programs read. */
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import type { Context } from "#platform/context.ts";
import { type CsvCell, writeCsv } from "#platform/csv/write-csv.ts";
import { json } from "#platform/database.ts";
import type { ExportCell, Exporter, ExportPeriod } from "#platform/exporter.ts";

export const exportUsage = `Use: throughline export <what> --out <file> [--format csv|jsonl] [--from 2026-01-01] [--to 2026-02-01] [--json]
     throughline export events --out <file> [--format xes|ocel|jsonl|csv] ...
What: customers, contacts, leads, opportunities, invoices, events. Without --format the name of the file decides (.csv, .jsonl,
.xes, .ocel.json), else it is CSV; a name in .gz packs the file. --from, included, and --to, excluded, are of what was made,
issued or happened. Amounts are decimals in major units. Rows stream from one snapshot of the database, and the file appears only when it is whole.`;

export interface ExportAsked {
  what: string;
  out: string;
  format: string;
  period: ExportPeriod;
  json: boolean;
}

/** The arguments of `throughline export`, or what is wrong with them; undefined when only help is asked for. */
export function readExportArgs(args: string[], exporters: readonly Exporter[]): ExportAsked | string | undefined {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (values.help) return undefined;
    const exporter = exporters.find(({ kind }) => kind === positionals[0]);
    const kinds = exporters.map(({ kind }) => kind).join(", ");
    if (positionals.length !== 1) return `Say what to export: ${kinds}.`;
    if (!exporter) return `"${positionals[0]}" cannot be exported; ${kinds} can.`;
    if (!values.out) return "Say where to: --out <file>.";
    const formats = ["csv", "jsonl", ...Object.keys(exporter.forms ?? {})];
    const format = values.format ?? byName(values.out, formats);
    if (!formats.includes(format)) return `--format of ${exporter.kind} is ${formats.join(", ")}, not "${format}".`;
    const period = { from: momentOf(values.from), to: momentOf(values.to) };
    if (period.from === null || period.to === null)
      return "--from and --to are days or moments, such as 2026-01-31 or 2026-01-31T08:00:00Z.";
    return { what: exporter.kind, out: values.out, format, period: { from: period.from, to: period.to }, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}

const options = {
  out: { type: "string" },
  format: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

function byName(file: string, formats: readonly string[]): string {
  const name = file.toLowerCase().replace(/\.gz$/, "");
  if (name.endsWith(".ndjson")) return "jsonl";
  const found = formats.find((format) => name.endsWith(`.${format}`));
  return found ?? (formats.includes("ocel") && /\.(?:json|jsonocel)$/.test(name) ? "ocel" : "csv");
}

/** A day begins at midnight UTC; null for what is no moment. */
function momentOf(text: string | undefined): Date | undefined | null {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : new Date(Number.NaN);
  const same = /T/.test(text) || at.toString() === "Invalid Date" || at.toISOString().startsWith(text);
  return Number.isNaN(at.getTime()) || !same ? null : at;
}

/** Writes the file and says how many rows and bytes it has. An interrupted export leaves what was there before. */
export async function exportTo(ctx: Context, exporter: Exporter, asked: ExportAsked): Promise<{ rows: number; bytes: number }> {
  let rows = 0;
  const counted = (more: number): void => {
    rows += more;
  };
  const text = exporter.forms?.[asked.format]?.(ctx, asked.period, counted) ?? table(ctx, exporter, asked, counted);
  const unfinished = `${asked.out}.part`;
  try {
    const source = Readable.from(inBlocks(text));
    const target = createWriteStream(unfinished);
    await (asked.out.endsWith(".gz") ? pipeline(source, createGzip(), target) : pipeline(source, target));
    await rename(unfinished, asked.out);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && "path" in error && error.path === unfinished) error.path = asked.out;
    throw error;
  }
  return { rows, bytes: (await stat(asked.out)).size };
}

function table(ctx: Context, exporter: Exporter, asked: ExportAsked, counted: (rows: number) => void): AsyncIterable<string> {
  const { columns } = exporter;
  const rows = exporter.rows(ctx, asked.period);
  async function* counting<T>(shape: (cells: readonly ExportCell[]) => T): AsyncGenerator<T> {
    for await (const cells of rows) {
      counted(1);
      yield shape(cells);
    }
  }
  return asked.format === "jsonl"
    ? counting((cells) => `${json(Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? null])))}\n`)
    : writeCsv(
        columns,
        counting((cells) => cells.map(csvCell)),
      );
}

const csvCell = (cell: ExportCell): CsvCell => {
  if (typeof cell !== "object" || cell === null || cell instanceof Date) return cell as CsvCell;
  return Array.isArray(cell) && cell.every((each) => typeof each === "string") ? cell.join(", ") : json(cell);
};

const blockLength = 1 << 16;
/** Fewer and larger writes. */
async function* inBlocks(text: AsyncIterable<string>): AsyncGenerator<string> {
  let block = "";
  for await (const part of text) {
    block += part;
    if (block.length < blockLength) continue;
    yield block;
    block = "";
  }
  yield block;
}
