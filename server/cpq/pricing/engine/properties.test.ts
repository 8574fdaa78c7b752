/** What must hold for every case, tried on cases nobody wrote. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDecimal } from "#platform/rational.ts";
import { canonicalJson } from "./canonical.ts";
import { exactText, parseExact } from "./exact-text.ts";
import { priceCase } from "./price-case.ts";
import { recordOf } from "./record.ts";
import { replay, verifyLine } from "./replay.ts";
import type { DiscountTierJson, LineJson, PriceCaseJson, PriceModelJson } from "./types.ts";

const decimal = (min: number, max: number, places: number) =>
  fc.integer({ min: min * 10 ** places, max: max * 10 ** places }).map((n) => (n / 10 ** places).toFixed(places));
const percent = decimal(0, 100, 2);
const model: fc.Arbitrary<PriceModelJson> = fc.oneof(
  decimal(0, 500, 4).map((unitPrice): PriceModelJson => ({ kind: "per_unit", unitPrice })),
  fc.tuple(decimal(0, 50, 2), decimal(0, 50, 3), decimal(0, 9, 2)).map(
    ([a, b, flatFee]): PriceModelJson => ({
      kind: "graduated",
      tiers: [
        { upTo: "7", unitPrice: a },
        { unitPrice: b, flatFee },
      ],
    }),
  ),
  fc
    .tuple(decimal(0, 50, 2), decimal(0, 50, 3))
    .map(([a, b]): PriceModelJson => ({ kind: "volume", tiers: [{ upTo: "7", unitPrice: a }, { unitPrice: b }] })),
  fc
    .tuple(decimal(1, 9, 0), decimal(0, 50, 2))
    .map(([size, price]): PriceModelJson => ({ kind: "package", size, price, freeUnits: "2" })),
);
const term: fc.Arbitrary<LineJson["term"]> = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 60 }).map((n) => ({ periods: String(n) })),
  fc.integer({ min: 1, max: 28 }).map((day) => ({ start: "2026-01-17", end: "2026-09-05", anchor: "day" as const, day })),
);
const line = fc
  .record({
    product: fc.constantFrom("a", "b", "c"),
    family: fc.constantFrom("x", "y"),
    quantity: decimal(1, 40, 1),
    price: model,
    unitCost: decimal(0, 20, 2),
    discounts: fc.array(
      percent.map((value) => ({ percent: value })),
      { maxLength: 2 },
    ),
    noHeaderDiscount: fc.boolean(),
    term,
  })
  .map(({ term: t, ...rest }): LineJson => ({ ...rest, per: "month", ...(t ? { term: t } : {}) }));
const bands = fc.tuple(percent, percent).map(([a, b]): DiscountTierJson[] => [{ upTo: "12", percent: a }, { percent: b }]);
const header = fc.oneof(
  fc.constant(undefined),
  percent.map((value) => ({ percent: value })),
);
const anyCase = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    familyTiers: bands,
    scheduleTiers: bands,
    promotion: percent,
    header,
    taxIncluded: fc.boolean(),
    policy: fc.constantFrom("half_away_from_zero", "half_even", "up", "down", "ceiling", "floor"),
  })
  .map(
    (c): PriceCaseJson => ({
      currency: "EUR",
      date: "2026-03-01",
      taxIncluded: c.taxIncluded,
      rounding: { policy: c.policy as "half_even" },
      familyVolumes: [{ id: "v", families: ["x"], tiers: c.familyTiers }],
      discountSchedules: [{ id: "s", mode: "graduated", products: ["a"], tiers: c.scheduleTiers }],
      promotions: [{ id: "p", families: ["y"], percentOff: c.promotion }],
      guards: [{ id: "g", action: "flag", minMarginPercent: "10" }],
      taxRules: [
        { id: "normal", category: "S", percent: "20" },
        { id: "b", taxClass: "b", category: "S", percent: "5.5" },
      ],
      ...(c.header ? { headerDiscount: c.header } : {}),
      lines: c.lines.map((l, i) => ({ ...l, id: `line-${i}`, ...(i % 2 === 0 ? { taxClass: "b" } : {}) })),
    }),
  );

test("the header discount comes off the total to the cent, whatever it is", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const { headerDiscount: _, ...without } = json;
      const before = priceCase(without).lines.reduce((sum, l) => sum + l.amountMinor, 0n);
      const priced = priceCase(json);
      const after = priced.lines.reduce((sum, l) => sum + l.amountMinor, 0n);
      // Only half_even may round x - 1 and x differently; every other policy moves with whole cents.
      const slack = json.rounding!.policy === "half_even" ? BigInt(json.lines.length) : 0n;
      const off = before - priced.totals.headerDiscountMinor - after;
      assert.ok(off <= slack && off >= -slack, `${off}`);
    }),
  );
});

test("totals add up: lines to net, net and tax to gross, tax-inclusive gross to the prices", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const { lines, taxes, totals } = priceCase(json);
      assert.equal(
        totals.netMinor,
        lines.reduce((sum, l) => sum + l.netMinor, 0n),
      );
      assert.equal(
        totals.netMinor,
        taxes.reduce((sum, t) => sum + t.netMinor, 0n),
      );
      assert.equal(totals.grossMinor, totals.netMinor + totals.taxMinor);
      if (json.taxIncluded)
        assert.equal(
          totals.grossMinor,
          lines.reduce((sum, l) => sum + l.amountMinor, 0n),
        );
    }),
  );
});

test("the order of the lines changes nothing but the order of the lines", () => {
  fc.assert(
    fc.property(anyCase, fc.infiniteStream(fc.nat()), (json, order) => {
      const shuffled = json.lines.map((l) => ({ l, key: order.next().value as number })).toSorted((a, b) => a.key - b.key);
      const other = priceCase({ ...json, lines: shuffled.map(({ l }) => l) });
      const priced = priceCase(json);
      assert.deepEqual(other.totals, priced.totals);
      const byId = (c: typeof priced) => Object.fromEntries(c.lines.map((l) => [l.id, l.amountMinor]));
      assert.deepEqual(byId(other), byId(priced));
    }),
  );
});

test("a record replays: from the case, and line by line from its own steps", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const record = recordOf(json, priceCase(json));
      const stored = JSON.parse(JSON.stringify(record)) as typeof record;
      assert.deepEqual(replay(JSON.parse(JSON.stringify(json)) as PriceCaseJson, stored), { ok: true });
      for (const l of stored.lines) assert.deepEqual(verifyLine(l), { ok: true });
    }),
    { numRuns: 60 },
  );
});

test("a step, an operand or an amount that was changed is found, and its place named", () => {
  const json: PriceCaseJson = {
    currency: "EUR",
    date: "2026-03-01",
    lines: [{ quantity: "3", unitPrice: "19.99", discounts: [{ percent: "12.5" }] }],
  };
  const tamper = (change: (record: ReturnType<typeof recordOf>) => void) => {
    const record = recordOf(json, priceCase(json));
    change(record);
    const verdict = replay(json, record);
    return verdict.ok ? "ok" : `${verdict.path} ${verdict.message}`;
  };
  const first = (r: ReturnType<typeof recordOf>) => r.lines[0]!.segments[0]!;
  assert.equal(
    tamper(() => {}),
    "ok",
  );
  assert.match(
    tamper((r) => (first(r).steps[1]!.operand = "0.8")),
    /lines\[0\]\.segments\[0\]\.steps\[1\]\.to does not follow/,
  );
  assert.match(
    tamper((r) => (first(r).steps[1]!.rule = "other")),
    /lines\[0\]\.hash/,
  );
  assert.match(
    tamper((r) => (r.totals.taxMinor = "1")),
    /totals\.taxMinor is not what the case gives now/,
  );
  assert.match(
    tamper((r) => (r.inputHash = "")),
    /inputHash is of another case/,
  );
});

test("exact text is read back to the same fraction, and canonical JSON does not depend on the order of keys", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (num, den) => {
      const back = parseExact(exactText({ num, den }));
      assert.equal(back.num * den, num * back.den);
    }),
  );
  assert.equal(exactText(parseDecimal("-0.0500")), "-0.05");
  assert.equal(canonicalJson({ b: [1, "é"], a: { d: null, c: true } }), canonicalJson({ a: { c: true, d: null }, b: [1, "é"] }));
  assert.throws(() => canonicalJson({ a: 0.5 }), TypeError);
});

test("discounts never raise and never go below zero", () => {
  fc.assert(
    fc.property(anyCase, (json) => {
      const slack = 1n; // "up" and "ceiling" may round a discounted amount up to the next cent.
      for (const l of priceCase({ ...json, guards: [] }).lines) {
        assert.ok(l.amountMinor >= 0n);
        if (json.lines[l.index]!.price!.kind === "per_unit") assert.ok(l.amountMinor <= l.listMinor + slack);
      }
    }),
  );
});
