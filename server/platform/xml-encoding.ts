/**
 * The decoder of an XML file by its byte order mark or declaration, else UTF-8; it throws TypeError on bytes that are not of that
 * encoding. `head`: the first bytes. Throws RangeError on an encoding nobody knows.
 */
export function xmlDecoder(head: Uint8Array): TextDecoder {
  const fatal = { fatal: true };
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder("utf-16le", fatal);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder("utf-16be", fatal);
  const begins = new TextDecoder("latin1").decode(head.subarray(0, 200)).replace(/^[\u00ef\u00bb\u00bf\s]+/, "");
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(begins)?.[1] ?? "utf-8";
  // A file that says UTF-16 in bytes that are none was saved anew by something that left the declaration alone.
  return new TextDecoder(/^utf-16/i.test(declared) ? "utf-8" : declared, fatal);
}
