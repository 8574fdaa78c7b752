/**
 * Just enough of the PDF format (ISO 32000-1, 7.5) to find the objects of a file and to append new ones: a plain
 * cross-reference table, no encryption, no object streams, which is how our own documents are written.
 */
import { inflateSync } from "node:zlib";

export interface PdfFile {
  readonly bytes: Buffer;
  readonly trailer: string;
  /** Where the last cross-reference table starts: an update points back to it. */
  readonly xref: number;
  /** The dictionary of an object, as text. Throws when there is none of this number. */
  dictionary(id: number): string;
  /** The bytes of a stream object, decompressed. */
  stream(id: number): Buffer;
}

const unreadable = (what: string): never => {
  throw new RangeError(`this PDF cannot be read: ${what}`);
};

/** Opens a PDF. Throws RangeError on what is not one, or is written in a way this reader does not know. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 5).toString("latin1") !== "%PDF-") unreadable("it does not start with %PDF-");
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(buffer.subarray(-64).toString("latin1"));
  const xref = Number(end?.[1] ?? unreadable("it has no startxref"));
  const { offsets, trailer } = readTables(buffer, xref);
  const objectAt = (id: number): number => offsets.get(id) ?? unreadable(`object ${id} is missing`);
  const head = (id: number): { text: string; data: number } => {
    const start = objectAt(id);
    const stream = buffer.indexOf("stream", start, "latin1");
    const finish = buffer.indexOf("endobj", start, "latin1");
    const isStream = stream !== -1 && stream < finish;
    return { text: buffer.toString("latin1", start, isStream ? stream : finish), data: isStream ? stream + "stream".length : -1 };
  };
  return {
    bytes: buffer,
    trailer,
    xref,
    dictionary: (id) => head(id).text,
    stream(id) {
      const { text, data } = head(id);
      if (data < 0) unreadable(`object ${id} is no stream`);
      const start = data + (buffer.toString("latin1", data, data + 2) === "\r\n" ? 2 : 1);
      const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text)?.[1] ?? unreadable(`stream ${id} has no length`));
      const raw = buffer.subarray(start, start + length);
      return text.includes("/FlateDecode") ? inflateSync(raw) : raw;
    },
  };
}

/** All cross-reference tables from the last to the first; what a later one says of an object counts. */
function readTables(buffer: Buffer, last: number): { offsets: Map<number, number>; trailer: string } {
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  let trailer = "";
  for (let at: number | undefined = last; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const end = buffer.indexOf("startxref", at, "latin1");
    const table = buffer.toString("latin1", at, end === -1 ? undefined : end);
    const [entries = "", own = ""] = table.split("trailer");
    if (!entries.startsWith("xref")) unreadable("its cross-reference is no table");
    readEntries(entries, offsets);
    trailer ||= own;
    const previous: string | undefined = /\/Prev\s+(\d+)/.exec(own)?.[1];
    at = previous === undefined ? undefined : Number(previous);
  }
  return { offsets, trailer };
}

function readEntries(table: string, offsets: Map<number, number>): void {
  let id = 0;
  for (const line of table.split(/[\r\n]+/).slice(1)) {
    const section = /^(\d+) (\d+)\s*$/.exec(line);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (section) id = Number(section[1]);
    else if (entry) {
      if (entry[2] === "n" && !offsets.has(id)) offsets.set(id, Number(entry[1]));
      id++;
    }
  }
}

/** The number of the object that a dictionary refers to under a key: "/Metadata 22 0 R" is 22. */
export function reference(dictionary: string, key: string): number | undefined {
  const match = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`).exec(dictionary);
  return match ? Number(match[1]) : undefined;
}

/** The file with one stream object replaced, as an incremental update (7.5.6): not one byte before it changes. */
export function replaceStream(pdf: PdfFile, id: number, dictionary: string, content: Buffer): Uint8Array {
  const start = pdf.bytes.length;
  const object = Buffer.concat([
    Buffer.from(`${id} 0 obj\n<<\n${dictionary}\n/Length ${content.length}\n>>\nstream\n`, "latin1"),
    content,
    Buffer.from("\nendstream\nendobj\n", "latin1"),
  ]);
  const entry = `${String(start).padStart(10, "0")} 00000 n \n`;
  const trailer = pdf.trailer.replace(/\/Prev\s+\d+/, "").replace(/>>\s*$/, `/Prev ${pdf.xref}\n>>\n`);
  const tail = `xref\n${id} 1\n${entry}trailer${trailer}startxref\n${start + object.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([pdf.bytes, object, Buffer.from(tail, "latin1")]));
}
