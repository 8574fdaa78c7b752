import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { xmlDecoder } from "#platform/xml-encoding.ts";
import { LogError } from "./log-error.ts";

const chunkBytes = 1 << 18;

/** The bytes of a file in parts, unpacked if they are gzipped (told by content). Refuses (LogError) a damaged gzip. */
export async function* unpacked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield* chunks(bytes);
    return;
  }
  const parts = Readable.from(chunks(bytes)).pipe(createGunzip({ chunkSize: chunkBytes }));
  try {
    for await (const part of parts) yield part as Uint8Array;
  } catch (error) {
    throw new LogError(1, `the gzip is damaged (${(error as Error).message})`);
  }
}

function* chunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

/** The text of bytes in the encoding their mark or XML declaration says, else UTF-8. Refuses (LogError) bytes that are not, with the line. */
export async function* textOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  for await (const part of parts) {
    decoder ??= decoderOf(part);
    const text = decoded(decoder, part, line);
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) line += 1;
    yield text;
  }
  if (decoder) yield decoded(decoder, new Uint8Array(), line);
}

function decoded(decoder: TextDecoder, part: Uint8Array, line: number): string {
  try {
    return decoder.decode(part, { stream: part.length > 0 });
  } catch {
    const text = new TextDecoder(decoder.encoding).decode(part);
    const before = text.slice(0, Math.max(0, text.indexOf("\ufffd")));
    throw new LogError(
      line + before.split("\n").length - 1,
      `not ${decoder.encoding} text: save the file as UTF-8, or say its encoding in the XML declaration`,
    );
  }
}

function decoderOf(head: Uint8Array): TextDecoder {
  try {
    return xmlDecoder(head);
  } catch (error) {
    throw new LogError(1, `${(error as Error).message}; save the file as UTF-8`);
  }
}
