import { unpacked, textOf } from "./decode.ts";
import type { DayOrder } from "./day-order.ts";
import { LogError } from "./log-error.ts";
import { flatten, type ObjectTypeCount, objectTypesOf } from "./ocel/flatten.ts";
import { readOcelJson } from "./ocel/read-json.ts";
import { readOcelSqlite } from "./ocel/read-sqlite.ts";
import type { OcelLog } from "./ocel/types.ts";
import { type LogColumns, readCsvLog } from "./read-csv-log.ts";
import { readXes } from "./read-xes.ts";
import type { Trace } from "./types.ts";

/** `columns`: which columns (CSV) or attributes (XES) to read. `objectType`: whose cases, in an object-centric log; without it, of the type that takes part in the most events. */
export interface ReadOptions {
  columns?: LogColumns | undefined;
  dayOrder?: DayOrder | undefined;
  objectType?: string | undefined;
  keepAttributes?: boolean | undefined;
}

/** The cases of a log; `objects` when it is object-centric: the whole log, the type whose objects are the cases, and what other types there are. */
export interface EventLog {
  traces: Trace[];
  objects?: { log: OcelLog; objectType: string; types: ObjectTypeCount[] };
}

const sqliteMark = "SQLite format 3\u0000";

/** An event log as people send it: XES, CSV, OCEL 2.0 as JSON or SQLite, plain or gzipped, told apart by what is in it. */
export async function readLog(bytes: Uint8Array, options: ReadOptions = {}): Promise<EventLog> {
  if (bytes.length === 0) throw new LogError(1, "the file is empty");
  const parts = unpacked(bytes);
  const first = await parts.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* parts;
  }
  const begins = new TextDecoder("latin1")
    .decode(head.subarray(0, 200))
    .replace(/^\u00ef\u00bb\u00bf|^[\u00ff\u00fe]{2}|\u0000(?=<)/, "");
  if (begins.startsWith(sqliteMark)) return objectCentric(readOcelSqlite(await joined(whole())), options);
  if (/^\s*[{[]/.test(begins))
    return objectCentric(readOcelJson((await strings(textOf(whole()))).replace(/^\ufeff/, "")), options);
  if (/^\s*</.test(begins)) return { traces: await readXes(textOf(whole()), options.columns, options) };
  return { traces: await readCsvLog(whole(), options.columns, options) };
}

function objectCentric(log: OcelLog, options: ReadOptions): EventLog {
  const types = objectTypesOf(log);
  const objectType = options.objectType ?? options.columns?.case ?? types[0]?.objectType;
  if (objectType === undefined) throw new LogError(null, "the log has no type of object, so there are no cases");
  return { traces: flatten(log, objectType, options), objects: { log, objectType, types } };
}

async function joined(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

async function strings(parts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    // Texts of this platform end at 2^29 characters.
    if (length > 500_000_000) throw new LogError(null, "OCEL JSON above 500 MB is not read; give the log as SQLite");
    all.push(part);
  }
  return all.join("");
}
