import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "./sha256.ts";

test("sha256 is Node's own, for every text and every length around the block borders", () => {
  const node = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
  for (let length = 0; length < 200; length += 1) assert.equal(sha256("x".repeat(length)), node("x".repeat(length)));
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => sha256(text) === node(text)));
});
