import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PriceModel } from "#cpq/pricing/engine/models.ts";
import { parseDecimal, rational } from "#platform/rational.ts";
import { deltaOf, rateUsage } from "./rate-usage.ts";
import { trueUp } from "./true-up.ts";

const d = parseDecimal;
const tier = (upTo: string | null, unitPrice: string, flatFee = "0") => ({
  upTo: upTo === null ? null : d(upTo),
  unitPrice: d(unitPrice),
  flatFee: d(flatFee),
});
const cents = (model: PriceModel, quantity: string, included?: string): bigint =>
  rateUsage({ quantity: d(quantity), model, currency: "EUR", ...(included ? { included: d(included) } : {}) }).cumulative;

test("volume tiers with a flat fee: 5 -> 125.00, 15 -> 80.00", () => {
  const model: PriceModel = { kind: "volume", tiers: [tier("10", "5", "100"), tier(null, "2", "50")] };
  assert.equal(cents(model, "5"), 12_500n);
  assert.equal(cents(model, "15"), 8_000n);
});

test("packages of 10 at 100 with 5 free: 3 -> 0, 12 -> 100.00", () => {
  const model: PriceModel = { kind: "package", size: d("10"), price: d("100") };
  assert.equal(cents(model, "3", "5"), 0n);
  assert.equal(cents(model, "12", "5"), 10_000n);
});

test("a late unit that moves the whole volume to a lower price gives back the difference", () => {
  const model: PriceModel = { kind: "volume", tiers: [tier("15", "10"), tier(null, "5")] };
  const rate = (quantity: string, booked: bigint[]) => rateUsage({ quantity: d(quantity), model, currency: "EUR", booked });
  const first = rate("15", []);
  assert.deepEqual([first.delta, first.reason], [15_000n, "period"]);
  const second = rate("16", [first.delta]);
  assert.deepEqual([second.delta, second.reason], [-7_000n, "correction#1"]);
  assert.equal(rate("16", [first.delta, second.delta]).delta, 0n);
});

test("more taken back than used costs nothing; a discounted phase costs its part", () => {
  const model: PriceModel = { kind: "per_unit", unitPrice: d("0.05") };
  assert.equal(cents(model, "-3"), 0n);
  assert.equal(rateUsage({ quantity: d("101"), model, currency: "EUR", percentOff: "50" }).cumulative, 253n);
});

test("a commitment bills what usage fell short of, and gives it back when usage comes late", () => {
  const minimum = rational(50_000n);
  const first = trueUp({ minimum, share: rational(1n), used: 32_000n });
  assert.deepEqual([first.delta, first.reason], [18_000n, "period"]);
  assert.equal(trueUp({ minimum, share: rational(1n), used: 40_000n, booked: [18_000n] }).delta, -8_000n);
  assert.equal(trueUp({ minimum, share: rational(1n), used: 60_000n }).delta, 0n);
  assert.equal(trueUp({ minimum, share: rational(17n, 31n), used: 0n }).delta, 27_419n);
});

test("however usage dribbles in, the lines of a window add up to its price", () => {
  const model: PriceModel = {
    kind: "graduated",
    tiers: [tier("100", "0.033"), tier("1000", "0.021", "3"), tier(null, "0.0099")],
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -200, max: 900 }), { minLength: 1, maxLength: 12 }), (arrivals) => {
      const lines: bigint[] = [];
      let total = 0;
      for (const arrival of arrivals) {
        total += arrival;
        const { delta } = rateUsage({ quantity: rational(BigInt(total)), model, currency: "EUR", booked: lines });
        if (delta !== 0n) lines.push(delta);
      }
      const whole = rateUsage({ quantity: rational(BigInt(total)), model, currency: "EUR" }).cumulative;
      assert.equal(deltaOf(whole, lines).delta, 0n);
      assert.ok(lines.reduce((a, b) => a + b, 0n) >= 0n, "never gives back more than was billed");
    }),
  );
});
