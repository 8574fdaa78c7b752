/** What bytes of a text file mean: files people send are UTF-8, UTF-16 from spreadsheets, or old Windows exports. */

export type TextEncoding = "utf-8" | "utf-16le" | "windows-1252";

/**
 * Text of a byte stream, with the encoding found. A byte order mark decides; otherwise plain ASCII passes through until the
 * first byte above 127, and the chunk that holds it says whether this is UTF-8 or windows-1252 (both read ASCII alike, so
 * nothing has to be read twice). `onEncoding` is told once; a file of ASCII only is utf-8.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: TextEncoding) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let first = true;
  const decide = (encoding: TextEncoding) => {
    onEncoding(encoding);
    decoder = new TextDecoder(encoding);
  };
  for await (const chunk of source) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // Too short to tell (a mark cut in two, or a character cut at the end): wait for more.
    if (held.length < 4) continue;
    if (first && held[0] === 0xff && held[1] === 0xfe) decide("utf-16le");
    else if (first && held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf) decide("utf-8");
    else {
      const high = held.findIndex((byte) => byte > 127);
      if (high >= 0 && high < held.length - 3) decide(looksUtf8(held) ? "utf-8" : "windows-1252");
    }
    first = false;
    const ready = decoder ? held.length : Math.max(0, firstHigh(held));
    if (ready > 0) {
      const part = held.subarray(0, ready);
      yield decoder ? (decoder as TextDecoder).decode(part, { stream: true }) : Buffer.from(part).toString("latin1");
      held = held.subarray(ready);
    }
  }
  if (!decoder) {
    const unmarked =
      first && held[0] === 0xff && held[1] === 0xfe ? "utf-16le" : looksUtf8(held, true) ? "utf-8" : "windows-1252";
    decide(unmarked);
    yield decoder!.decode(held, { stream: true });
  }
  yield decoder!.decode();
}

function firstHigh(bytes: Uint8Array): number {
  const high = bytes.findIndex((byte) => byte > 127);
  return high < 0 ? bytes.length : high;
}

/** Whether bytes are well-formed UTF-8; a character cut off at the end counts as well-formed unless this is the end. */
function looksUtf8(bytes: Uint8Array, complete = false): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}
