/** Which names files may be kept under, and the hash they are known by. */
import { createHash } from "node:crypto";

const segment = /^[a-z0-9_-][a-z0-9._-]*$/;

/** The key itself when it is safe, so that no key can leave the store or clash on a disk that ignores case. Else RangeError. */
export function checkedKey(key: string): string {
  const safe = key.length <= 400 && key.split("/").every((part) => part.length <= 200 && segment.test(part));
  if (!safe) throw new RangeError(`"${key.slice(0, 80)}" is not a file key: lower-case words such as quotes/42/quote.pdf`);
  return key;
}

export const sha256Hex = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
