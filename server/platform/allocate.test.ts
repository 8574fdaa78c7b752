import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allocate } from "./allocate.ts";

const weights = fc
  .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 })
  .filter((w) => w.some((x) => x > 0n));

test("small and big numbers take different roads to the same parts", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), weights, (total, parts) => {
      const beyondDoubles = parts.map((weight) => weight * 10n ** 18n);
      assert.deepEqual(allocate(total, parts), allocate(total, beyondDoubles));
    }),
  );
});

test("no part is a whole unit away from its exact share", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), weights, (total, parts) => {
      const sum = parts.reduce((a, b) => a + b, 0n);
      allocate(total, parts).forEach((part, i) => {
        const apart = part * sum - total * parts[i]!;
        assert.ok(apart < sum && apart > -sum);
      });
    }),
  );
});
