import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
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
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0))
    return new TextDecoder("utf-16le", { fatal: true });
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c))
    return new TextDecoder("utf-16be", { fatal: true });
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(
    new TextDecoder("latin1").decode(head.subarray(0, 200)).trimStart(),
  )?.[1];
  try {
    return new TextDecoder(declared ?? "utf-8", { fatal: true });
  } catch {
    throw new LogError(1, `the encoding "${declared}" is not known; save the file as UTF-8`);
  }
}
