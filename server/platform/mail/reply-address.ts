/**
 * Addresses that carry the conversation they belong to, signed so that nobody can write into a conversation by guessing:
 * "reply+<42 letters: the id and its signature>@...". Lower case only, for mail systems change the case as they like.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const signatureBytes = 10;

/** "reply@oceane.example" with the token of a conversation: put it in Reply-To. `id` is a UUID; `keys` as in signToken. */
export function replyAddress(base: string, id: string, keys: readonly string[]): string {
  const at = base.lastIndexOf("@");
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  if (at < 1 || bytes.length !== 16 || keys.length === 0)
    throw new RangeError("replyAddress: needs an address, a UUID and a key");
  return `${base.slice(0, at)}+${encode(Buffer.concat([bytes, signature(keys[0]!, bytes)]))}${base.slice(at)}`;
}

/** The id a token stands for, when one of our keys signed it; else undefined. */
export function readReplyToken(token: string, keys: readonly string[]): string | undefined {
  const bytes = decode(token.toLowerCase());
  if (bytes?.length !== 16 + signatureBytes) return undefined;
  const [id, given] = [bytes.subarray(0, 16), bytes.subarray(16)];
  if (!keys.some((key) => timingSafeEqual(given, signature(key, id)))) return undefined;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const signature = (key: string, id: Buffer): Buffer =>
  createHmac("sha256", key).update("reply-address:").update(id).digest().subarray(0, signatureBytes);

function encode(bytes: Buffer): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  let text = "";
  for (let at = 0; at < length; at++, value >>= 5n) text = alphabet[Number(value & 31n)]! + text;
  return text;
}

function decode(text: string): Buffer | undefined {
  if (text.length !== Math.ceil(((16 + signatureBytes) * 8) / 5) || /[^a-z2-7]/.test(text)) return undefined;
  let value = 0n;
  for (const letter of text) value = (value << 5n) | BigInt(alphabet.indexOf(letter));
  const hex = value.toString(16).padStart((16 + signatureBytes) * 2, "0");
  return hex.length > (16 + signatureBytes) * 2 ? undefined : Buffer.from(hex, "hex");
}
