import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { basketSet } from "./basket-set.ts";
import { suggest, trainEase } from "./ease.ts";
import { evaluate } from "./evaluate.ts";
import { invert } from "./invert.ts";
import { readBaskets } from "./read-baskets.ts";

/** X'X + 1 of random rows: positive definite. */
function gramOf(size: number, seed: number): Float64Array {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const rows = Array.from({ length: 15 }, () => Float64Array.from({ length: size }, next));
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) gram[i * size + j] = rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 1 : 0);
  return gram;
}

test("the inverse times the matrix is the identity, at every size that the blocks cut differently", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 170 }), fc.integer(), (size, seed) => {
      const matrix = gramOf(size, seed);
      const inverse = matrix.slice();
      invert(inverse, size);
      for (let i = 0; i < size; i += 1) {
        const j = (i * 7) % size;
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += matrix[i * size + k]! * inverse[k * size + j]!;
        assert.ok(Math.abs(sum - (i === j ? 1 : 0)) < 1e-8, `${size}: ${i}, ${j}: ${sum}`);
      }
    }),
    { numRuns: 60 },
  );
  assert.throws(() => invert(new Float64Array([1, 2, 2, 1]), 2), /not positive definite/);
});

test("EASE by hand: two articles, G + ridge = [[3, 1], [1, 2]], so P = [[2, -1], [-1, 3]] / 5 and B = [[0, 1/3], [1/2, 0]]", () => {
  const model = trainEase(basketSet([["a", "b"], ["a"]]), { ridge: 1, damping: 0 });
  assert.deepEqual(model.items, ["a", "b"]);
  const expected = [0, 1 / 3, 1 / 2, 0];
  [...model.weights].forEach((weight, index) => assert.ok(Math.abs(weight - expected[index]!) < 1e-6));
});

test("what goes with a basket, and what in it speaks for it; what is in it is left out", () => {
  const set = basketSet([
    ...Array(20).fill(["printer", "ink"]),
    ...Array(20).fill(["tent", "stove"]),
    ...Array(5).fill(["ink", "paper"]),
  ]);
  const model = trainEase(set, { ridge: 1 });
  const [first] = suggest(model, ["printer", "tent", "nothing known"], 1);
  assert.ok(["ink", "stove"].includes(first!.item));
  for (const { item, because } of suggest(model, ["printer", "tent"]))
    assert.equal(because.item, item === "stove" ? "tent" : "printer", item);
  assert.deepEqual(suggest(model, ["nothing known"]), []);
  assert.ok(suggest(model, ["ink", "printer"]).every(({ item }) => item !== "ink" && item !== "printer"));
});

test(
  "hidden articles are found more often than by recommending what sells most, the same each time",
  skipUnless("baskets"),
  (t) => {
    const set = readBaskets(readFileSync(sharedData("baskets/groceries.csv")));
    const found = evaluate(set);
    t.diagnostic(`hit rate at 10 ${found.hitRate10}, of what sells most ${found.popular.hitRate10}`);
    assert.ok(found.hitRate10 > found.popular.hitRate10 && found.mrr > found.popular.mrr);
    assert.deepEqual(evaluate(set), found);
    assert.throws(() => evaluate(basketSet([["a"], ["b"]])), /Too few baskets/);
  },
);
