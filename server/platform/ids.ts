import { randomFillSync } from "node:crypto";

const random = new Uint8Array(10);
let lastMs = 0;
let sequence = 0;

/** A UUID version 7 (RFC 9562): sorts by creation time, strictly increasing within this process. */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  randomFillSync(random);
  const time = lastMs.toString(16).padStart(12, "0");
  const counter = sequence.toString(16).padStart(3, "0");
  random[2] = (random[2]! & 0x3f) | 0x80;
  const tail = Buffer.from(random.buffer, 2, 8).toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => uuid.test(text);
