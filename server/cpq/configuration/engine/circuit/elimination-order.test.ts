import assert from "node:assert/strict";
import { test } from "node:test";
import { eliminationOrder } from "./elimination-order.ts";

const graph = (n: number, edges: Iterable<readonly [number, number]>): Set<number>[] => {
  const neighbours = Array.from({ length: n }, () => new Set<number>());
  for (const [a, b] of edges) {
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  return neighbours;
};

test("a path comes apart from its ends, one neighbour at a time", () => {
  const { order, width } = eliminationOrder(
    graph(
      50,
      Array.from({ length: 49 }, (_, index) => [index, index + 1] as const),
    ),
  );
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    Array.from({ length: 50 }, (_, index) => index),
  );
  assert.equal(width, 1);
});

test("a tangle too wide for any decomposition is left whole, at once, and every vertex still has its place", () => {
  const size = 1_200;
  const edges = function* (): Generator<readonly [number, number]> {
    for (let a = 0; a < size; a++) for (let step = 1; step <= 140; step++) yield [a, (a + step) % size];
  };
  const { order, bags, width } = eliminationOrder(graph(size, edges()));
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    Array.from({ length: size }, (_, index) => index),
  );
  assert.ok(width > 250);
  const place = new Map([...order].map((vertex, index) => [vertex, index]));
  for (const [vertex, bag] of bags.entries())
    for (const other of bag) assert.ok(place.get(other)! > place.get(vertex)!, "a bag holds what goes later");
});
