import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allocate } from "./allocate.ts";
import { decimalText, parseMoney, percentOf, toMinor } from "./money.ts";
import { add, formatFraction, parseDecimal, rational } from "./rational.ts";
import { roundToInteger, toFixed } from "./rounding.ts";

test("rounds half away from zero unless a policy says otherwise", () => {
  assert.equal(roundToInteger(rational(5n, 2n)), 3n);
  assert.equal(roundToInteger(rational(-5n, 2n)), -3n);
  assert.equal(roundToInteger(rational(5n, 2n), "half_even"), 2n);
  assert.equal(roundToInteger(rational(-7n, 2n), "floor"), -4n);
  assert.equal(toFixed(rational(2n, 3n), 4), "0.6667");
});

test("reads and writes money exactly", () => {
  assert.equal(parseMoney("12.5", "EUR"), 1250n);
  assert.equal(parseMoney("1200", "JPY"), 1200n);
  assert.throws(() => parseMoney("1.005", "EUR"), /more digits/);
  assert.throws(() => parseDecimal("1e3"), /plain decimal/);
  assert.equal(decimalText(-5n, "EUR"), "-0.05");
  assert.equal(percentOf(10_050n, "20"), 2010n);
  assert.equal(toMinor(parseDecimal("0.1"), "EUR") + toMinor(parseDecimal("0.2"), "EUR"), 30n);
  assert.equal(formatFraction(add(rational(1n, 6n), rational(1n, 3n))), "1/2");
});

test("an allocation always adds up to the whole and is fair to within one unit", () => {
  assert.deepEqual(allocate(10_000n, [1n, 1n, 1n]), [3334n, 3333n, 3333n]);
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 12n), 10n ** 12n),
      fc.array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0n));
        const parts = allocate(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0n);
        assert.equal(
          parts.reduce((a, b) => a + b, 0n),
          total,
        );
        parts.forEach((part, i) => {
          const error = part * sum - total * weights[i]!;
          assert.ok((error < 0n ? -error : error) < sum);
        });
      },
    ),
  );
});
