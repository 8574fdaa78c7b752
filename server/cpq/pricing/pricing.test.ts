import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { agreePrice, endAgreedPrice } from "./agree-price.ts";
import { replay } from "./engine/replay.ts";
import { priceLines } from "./price-lines.ts";
import { listContractedPrices, previewPrice } from "./queries.ts";
import { createPriceRule, endPriceRule } from "./save-price-rule.ts";

let t: TestApp;
let customerId: string;
let routerId: string;
before(async () => {
  t = await testApp();
  customerId = newId();
  await t.app.db
    .insertInto("customers")
    .values({ id: customerId, number: "CLI-T1", kind: "company", name: "Atelier Martin" })
    .execute();
  routerId = (await t.app.db.selectFrom("offerings").select("id").where("sku", "=", "ROUTER-PRO").executeTakeFirstOrThrow()).id;
});
after(() => t.close());

const story = [
  { sku: "ROUTER-PRO", quantity: "1" },
  { sku: "INSTALL", quantity: "1" },
  { sku: "FIBRE-PRO", quantity: "1" },
];
const price = (more: Partial<Parameters<typeof priceLines>[1]> = {}) =>
  priceLines(t.as("seller"), { customerId, date: "2026-03-02", currency: "EUR", lines: story, ...more });

test("the story to the cent: 189 + 149 + 89 a month, VAT once", async () => {
  const priced = await price();
  assert.deepEqual(
    priced.lines.map((line) => line.netMinor),
    [18_900n, 14_900n, 8_900n],
  );
  assert.deepEqual([priced.netMinor, priced.taxMinor, priced.totalMinor], [42_700n, 8_540n, 51_240n]);
});

test("12 % off the router: 166.32, and 404.32 + 80.86 VAT; the derivation says why and can be replayed", async () => {
  const priced = await price({ lines: [{ ...story[0]!, discountPercent: "12" }, ...story.slice(1)] });
  assert.equal(priced.lines[0]!.netMinor, 16_632n);
  assert.deepEqual([priced.netMinor, priced.taxMinor, priced.totalMinor], [40_432n, 8_086n, 48_518n]);
  const steps = priced.lines[0]!.derivation.segments[0]!.steps;
  assert.deepEqual(
    steps.map(({ step }) => step),
    ["list", "line_discount", "line_net"],
  );
  assert.match(steps[0]!.rule, /Tarif public 2026/);
  assert.deepEqual(replay(priced.priceCase, priced.record), { ok: true });
  const bent = structuredClone(priced.record);
  bent.lines[0]!.netMinor = "1";
  assert.equal(replay(priced.priceCase, bent).ok, false);
});

test("a header discount is shared out to the last cent", async () => {
  const priced = await price({ headerDiscountPercent: "5" });
  assert.equal(priced.netMinor, 40_565n);
  assert.equal(
    priced.lines.reduce((sum, line) => sum + line.netMinor, 0n),
    priced.netMinor,
  );
});

test("an agreed price and a promotion move the price while they hold, and are refused when unreadable", async () => {
  const { id } = await agreePrice(t.as("sales_manager"), {
    customerId,
    offeringId: routerId,
    currency: "EUR",
    price: { kind: "per_unit", unitPrice: "175.00" },
    validFrom: "2026-02-01",
    note: "Accord-cadre",
  });
  assert.equal((await price()).lines[0]!.netMinor, 17_500n);
  assert.equal((await price({ customerId: null })).lines[0]!.netMinor, 18_900n);
  assert.equal((await listContractedPrices(t.as("seller"), { customerId })).rows[0]!.sku, "ROUTER-PRO");
  await endAgreedPrice(t.as("sales_manager"), { contractedPriceId: id, validUntil: "2026-03-01" });
  assert.equal((await price()).lines[0]!.netMinor, 18_900n);
  await assert.rejects(
    endAgreedPrice(t.as("sales_manager"), { contractedPriceId: id, validUntil: "2026-01-01" }),
    /days_backwards/,
  );

  const promotion = await createPriceRule(t.as("sales_manager"), {
    kind: "promotion",
    name: "Printemps",
    rule: { products: ["INSTALL"], percentOff: "10" },
    validFrom: "2026-03-01",
  });
  assert.equal((await price()).lines[1]!.netMinor, 13_410n);
  await endPriceRule(t.as("sales_manager"), { priceRuleId: promotion.id, validUntil: "2026-03-01" });
  assert.equal((await price()).lines[1]!.netMinor, 14_900n);

  const bad = { customerId, offeringId: routerId, currency: "EUR", validFrom: "2026-05-01" };
  await assert.rejects(agreePrice(t.as("sales_manager"), bad), /pricing.one_of_two/);
  await assert.rejects(agreePrice(t.as("sales_manager"), { ...bad, price: { kind: "volume", tiers: [] } }), /rule_not_valid/);
  await assert.rejects(
    createPriceRule(t.as("sales_manager"), {
      kind: "promotion",
      name: "x",
      rule: { percentOff: "nine" },
      validFrom: "2026-01-01",
    }),
    /rule_not_valid/,
  );
  await assert.rejects(
    createPriceRule(t.as("sales_manager"), {
      kind: "promotion",
      name: "Printemps",
      rule: { percentOff: "9" },
      validFrom: "2026-01-01",
    }),
    /value.duplicate/,
  );
});

test("what is not sold, has no price or no VAT is refused by name; a preview writes nothing", async () => {
  await assert.rejects(price({ lines: [{ sku: "NOTHING", quantity: "1" }] }), /pricing.not_sold/);
  await assert.rejects(price({ currency: "USD" }), /pricing.not_computable/);
  await assert.rejects(price({ region: "US" }), /pricing.no_tax/);
  const seen = await previewPrice(t.as("seller"), { customerId: null, currency: "EUR", lines: story });
  assert.equal(seen.totalMinor, 51_240n);
});
