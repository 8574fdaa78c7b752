import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type LogColumns, readCsvLog } from "./read-csv-log.ts";
import { LogError } from "./log-error.ts";
import { readXes } from "./read-xes.ts";
import type { Trace } from "./types.ts";

const chunkBytes = 1 << 18;

/** The cases of an event log as people send it: XES or CSV, plain or gzipped, told apart by what is in it. */
export async function readLog(bytes: Uint8Array, columns: LogColumns = {}): Promise<Trace[]> {
  if (bytes.length === 0) throw new LogError(1, "the file is empty");
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes) : chunks(bytes);
  const parts = unpacked[Symbol.asyncIterator]();
  const first = await parts.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  }
  const isXml = /^\s*</.test(new TextDecoder().decode(head.subarray(0, 200)));
  return isXml ? readXes(textOf(whole())) : readCsvLog(whole(), columns);
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

async function* gunzipped(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const unpacked = Readable.from(chunks(bytes)).pipe(createGunzip({ chunkSize: chunkBytes }));
  try {
    for await (const part of unpacked) yield part as Uint8Array;
  } catch (error) {
    throw new LogError(1, `the gzip is damaged (${(error as Error).message})`);
  }
}

async function* textOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const part of parts) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
