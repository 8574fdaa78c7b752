import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { add, compare, formatFraction, multiply, parseDecimal as d, rational, type Rational, zero } from "#platform/rational.ts";
import type { GraduatedModel, PriceModel, Tier, VolumeModel } from "./models.ts";
import { rateTiers } from "./tiers.ts";

const tier = (upTo: string | null, unitPrice: string, flatFee = "0"): Tier => ({
  upTo: upTo === null ? null : d(upTo),
  unitPrice: d(unitPrice),
  flatFee: d(flatFee),
});
const rate = (model: PriceModel, quantity: string, context = {}) => formatFraction(rateTiers(model, d(quantity), context).amount);
const volume = (...tiers: Tier[]): VolumeModel => ({ kind: "volume", tiers });
const graduated = (...tiers: Tier[]): GraduatedModel => ({ kind: "graduated", tiers });

test("Lago volume: 65,000 calls x 0.0006 + 10 = 49", () => {
  const model = volume(
    tier("10000", "0.0010", "10"),
    tier("50000", "0.0008", "10"),
    tier("100000", "0.0006", "10"),
    tier(null, "0.0004", "10"),
  );
  assert.equal(rate(model, "65000"), "49");
});

test("Lago package: 201 units, 100 free, 5 per 100 = 10", () => {
  const model: PriceModel = { kind: "package", size: d("100"), price: d("5"), freeUnits: d("100") };
  assert.equal(rate(model, "201"), "10");
  assert.equal(rate(model, "100"), "0");
});

test("Lago percentage: 4th transaction of 50 after 3 free ones, 1.2 % + 0.10 = 0.70", () => {
  const model: PriceModel = {
    kind: "percentage",
    percent: d("1.2"),
    fixedFee: d("0.10"),
    freeTransactions: d("3"),
    freeUnits: d("500"),
  };
  const transactions = ["200", "100", "100", "50"].map(d);
  assert.equal(rate(model, "450", { transactions }), "7/10");
});

test("Zuplo: 15,000 units graduated 600, volume 150", () => {
  const tiers = [tier("1000", "0.10"), tier("10000", "0.05"), tier(null, "0.01")];
  assert.equal(rate(graduated(...tiers), "15000"), "600");
  assert.equal(rate(volume(...tiers), "15000"), "150");
});

test("Zuora tiered with overage: 130 units, 100 at 0 then 2.00 = 60", () => {
  assert.equal(rate(graduated(tier("100", "0"), tier("200", "2.00")), "130"), "60");
  assert.equal(rate({ ...graduated(tier("100", "0")), overageUnitPrice: d("2") }, "130"), "60");
});

test("Oracle: 1,000 by slab is 2,250 per unit and 60 flat; by volume 3,000 and 30", () => {
  const perUnit = [tier("250", "1"), tier("500", "2"), tier(null, "3")];
  const flat = [tier("250", "0", "10"), tier("500", "0", "20"), tier(null, "0", "30")];
  assert.equal(rate(graduated(...perUnit), "1000"), "2250");
  assert.equal(rate(volume(...perUnit), "1000"), "3000");
  assert.equal(rate(graduated(...flat), "1000"), "60");
  assert.equal(rate(volume(...flat), "1000"), "30");
});

test("block 1-10 = 500, 11-25 = 900, 26-50 = 1,400, then overage", () => {
  const steps = [
    { upTo: d("10"), price: d("500") },
    { upTo: d("25"), price: d("900") },
    { upTo: d("50"), price: d("1400") },
  ];
  const model: PriceModel = { kind: "stair_step", steps };
  assert.deepEqual(
    ["1", "10", "11", "25", "26", "50"].map((quantity) => rate(model, quantity)),
    ["500", "500", "900", "900", "1400", "1400"],
  );
  assert.throws(() => rate(model, "51"), /above the last tier/);
  assert.equal(rate({ ...model, overageUnitPrice: d("30") }, "52"), "1460");
});

test("volume 0-10 @ 5 + 100, 11+ @ 2 + 50: 5 -> 125, 15 -> 80; package of 10 @ 100, 5 free: 3 -> 0, 12 -> 100", () => {
  const model = volume(tier("10", "5", "100"), tier(null, "2", "50"));
  assert.equal(rate(model, "5"), "125");
  assert.equal(rate(model, "15"), "80");
  const packages: PriceModel = { kind: "package", size: d("10"), price: d("100"), freeUnits: d("5") };
  assert.equal(rate(packages, "3"), "0");
  assert.equal(rate(packages, "12"), "100");
});

test("the first band's flat fee at zero units is a choice", () => {
  const model = graduated(tier(null, "1", "100"));
  assert.equal(rate(model, "0"), "0");
  assert.equal(rate({ ...model, flatFeeAtZero: true }, "0"), "100");
});

test("packages inside a band: 4,500 in packages of 1,000 at 1.00 is 5", () => {
  const model = volume({ ...tier(null, "1.00"), packageSize: d("1000") });
  assert.equal(rate(model, "4500"), "5");
});

test("cost plus: markup 25 % on 40 is 50, margin 20 % on 40 is 50", () => {
  const context = { unitCost: d("40") };
  assert.equal(rate({ kind: "cost_plus", markupPercent: d("25") }, "1", context), "50");
  assert.equal(rate({ kind: "cost_plus", marginPercent: d("20") }, "1", context), "50");
  assert.throws(() => rate({ kind: "cost_plus", marginPercent: d("20") }, "1"), /unit cost/);
});

test("minimum and maximum bound any model and stay visible as steps", () => {
  const model: PriceModel = { kind: "percentage", percent: d("2"), minimum: d("5"), maximum: d("50") };
  assert.equal(rate(model, "100"), "5");
  assert.equal(rate(model, "1000"), "20");
  assert.equal(rate(model, "10000"), "50");
});

const decimal = fc.bigInt({ min: 0n, max: 10_000_000n }).map((num): Rational => rational(num, 1000n));
const tierTable = fc.uniqueArray(fc.bigInt({ min: 1n, max: 5000n }), { minLength: 1, maxLength: 6 }).chain((bounds) => {
  const sorted = bounds.toSorted((a, b) => (a < b ? -1 : 1));
  return fc
    .array(fc.tuple(decimal, decimal), { minLength: sorted.length + 1, maxLength: sorted.length + 1 })
    .map((prices) =>
      prices.map(
        ([unitPrice, flatFee], i): Tier => ({ upTo: sorted[i] === undefined ? null : rational(sorted[i]), unitPrice, flatFee }),
      ),
    );
});
const equal = (a: Rational, b: Rational) => compare(a, b) === 0;

test("the steps of any tier table add up to the amount, and graduated bands hold the whole quantity", () => {
  fc.assert(
    fc.property(tierTable, decimal, (tiers, quantity) => {
      for (const kind of ["volume", "graduated"] as const) {
        const { amount, steps } = rateTiers({ kind, tiers }, quantity);
        assert.ok(equal(amount, steps.map((s) => s.amount).reduce(add, zero)));
        assert.ok(equal(quantity, steps.map((s) => s.quantity).reduce(add, zero)));
      }
    }),
  );
});

test("graduated equals the sum of its slices computed the slow way", () => {
  fc.assert(
    fc.property(tierTable, fc.integer({ min: 0, max: 400 }), (tiers, units) => {
      const { amount } = rateTiers({ kind: "graduated", tiers }, rational(BigInt(units)));
      let expected = zero;
      const used = new Set<Tier>();
      for (let unit = 1; unit <= units; unit += 1) {
        const band = tiers.find((t) => t.upTo === null || compare(rational(BigInt(unit)), t.upTo) <= 0)!;
        expected = add(expected, multiply(band.unitPrice, rational(1n)));
        used.add(band);
      }
      // A band that only starts within the quantity is always reached by a whole unit, since bounds are whole numbers.
      for (const band of used) expected = add(expected, band.flatFee);
      assert.ok(equal(amount, expected));
    }),
  );
});

test("with one open band volume and graduated agree", () => {
  fc.assert(
    fc.property(decimal, decimal, decimal, (unitPrice, flatFee, quantity) => {
      const tiers: Tier[] = [{ upTo: null, unitPrice, flatFee }];
      assert.ok(
        equal(rateTiers({ kind: "volume", tiers }, quantity).amount, rateTiers({ kind: "graduated", tiers }, quantity).amount),
      );
    }),
  );
});
