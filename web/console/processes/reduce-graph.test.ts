import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, finish, reduceGraph } from "./reduce-graph.ts";

const edges = [
  { from: begin, to: "a", count: 100 },
  { from: "a", to: "b", count: 90 },
  { from: "b", to: finish, count: 95 },
  { from: "a", to: "c", count: 10 },
  { from: "c", to: "b", count: 5 },
  { from: "c", to: "c", count: 3 },
  { from: "c", to: finish, count: 5 },
];
const names = (share: number) => reduceGraph(edges, share).map(({ from, to }) => `${from}${to}`);

test("the most frequent paths first, everything at the end, and no activity hangs in the air", () => {
  assert.deepEqual(names(0), [`${begin}a`, `b${finish}`, "ab"]);
  assert.deepEqual(names(0.93), [`${begin}a`, `b${finish}`, "ab", "ac", "cb"]);
  assert.equal(names(1).length, edges.length);
});
