/** The waterfall step by step, on one small quote of Léa's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decimalText } from "#platform/money.ts";
import { parseDecimal, rational, subtract } from "#platform/rational.ts";
import { exactText } from "./exact-text.ts";
import { priceCase } from "./price-case.ts";
import type { LineJson, PriceCaseJson } from "./types.ts";

const base: PriceCaseJson = {
  currency: "EUR",
  date: "2026-03-01",
  customer: { id: "atelier-martin", segment: "business", region: "FR-75" },
  products: [
    { id: "router", family: "hardware", unitCost: "60" },
    { id: "fibre", family: "access" },
    { id: "support", family: "service" },
  ],
  priceLists: [
    {
      id: "public",
      currency: "EUR",
      prices: [
        { product: "router", price: { kind: "per_unit", unitPrice: "129.00" } },
        { product: "fibre", per: "month", price: { kind: "per_unit", unitPrice: "49.90" } },
      ],
    },
  ],
  lines: [],
};
const quote = (lines: LineJson[], rest: Partial<PriceCaseJson> = {}): PriceCaseJson => ({ ...base, ...rest, lines });
const amounts = (json: PriceCaseJson): string[] =>
  priceCase(json).lines.map((line) => decimalText(line.amountMinor, json.currency));
const steps = (json: PriceCaseJson, line = 0): string[] => {
  const priced = priceCase(json);
  return priced
    .derive(priced.lines[line]!.segments[0]!)
    .map((s) => `${s.step} ${s.rule} ${exactText(s.from)} -> ${exactText(s.to)}`);
};
const list = (id: string, unitPrice: string, rest = {}) => ({
  id,
  currency: "EUR",
  prices: [{ product: "router", price: { kind: "per_unit" as const, unitPrice } }],
  ...rest,
});

test("the whole waterfall, in order, with every step", () => {
  const json = quote(
    [{ product: "fibre", quantity: "10", discounts: [{ percent: "10", reason: "first year" }], term: { periods: "12" } }],
    {
      contracts: [{ id: "frame", customer: "atelier-martin", products: ["fibre"], percentOff: "10" }],
      familyVolumes: [{ id: "volume", families: ["access"], tiers: [{ upTo: "5", percent: "0" }, { percent: "2" }] }],
      promotions: [{ id: "spring", percentOff: "5" }],
      discountSchedules: [{ id: "long", basis: "term_months", tiers: [{ upTo: "11", percent: "0" }, { percent: "4" }] }],
      headerDiscount: { amount: "100.00", reason: "welcome" },
      guards: [{ id: "floor", action: "raise", floorPrice: "36" }],
    },
  );
  const afterHeader = exactText(subtract(parseDecimal("361.2488544"), rational(100n, 12n))); // 100.00 over 12 months
  assert.deepEqual(steps(json), [
    "list price list public 0 -> 499",
    "contracted frame 499 -> 449.1",
    "family_volume volume 449.1 -> 440.118",
    "promotion spring 440.118 -> 418.1121",
    "discount_schedule long 418.1121 -> 401.387616",
    "line_discount first year 401.387616 -> 361.2488544",
    `header_discount welcome 361.2488544 -> ${afterHeader}`,
    `floor floor ${afterHeader} -> 360`,
    "term month 360 -> 4320",
    "line_net half_away_from_zero 4320 -> 4320",
  ]);
});

test("the price list: segment before general, region before none, later before earlier, other segments never", () => {
  const prices = (...lists: ReturnType<typeof list>[]) =>
    amounts(quote([{ product: "router", quantity: "1" }], { priceLists: lists }))[0];
  const general = list("general", "100");
  assert.equal(prices(general, list("business", "90", { segment: "business" })), "90.00");
  assert.equal(prices(general, list("home", "80", { segment: "home" })), "100.00");
  assert.equal(prices(general, list("france", "95", { region: "FR" }), list("paris", "97", { region: "FR-75" })), "97.00");
  assert.equal(prices(general, list("belgium", "70", { region: "BE" })), "100.00");
  assert.equal(prices(list("old", "100", { from: "2025-01-01" }), list("new", "110", { from: "2026-01-01" })), "110.00");
  assert.equal(
    prices(general, list("past", "50", { until: "2026-02-28" }), list("future", "60", { from: "2026-03-02" })),
    "100.00",
  );
  assert.equal(prices(general, list("ttc", "120", { taxIncluded: true })), "100.00");
});

test("a list in another currency is converted, and says at what rate, by whom and of what day", () => {
  const dollars = { ...list("us", "100"), currency: "USD" };
  const rates = [
    { from: "USD", to: "EUR", rate: "0.90", source: "ECB", date: "2026-02-27" },
    { from: "USD", to: "EUR", rate: "0.92", source: "ECB", date: "2026-02-28" },
    { from: "USD", to: "EUR", rate: "0.99", source: "ECB", date: "2026-03-02" },
  ];
  const priced = priceCase(quote([{ product: "router", quantity: "1" }], { priceLists: [dollars], exchangeRates: rates }));
  assert.equal(priced.totals.netMinor, 9200n);
  assert.match(priced.derive(priced.lines[0]!.segments[0]!)[0]!.note!, /USD to EUR at 0\.92, ECB, 2026-02-28/);
  assert.equal(priced.conversions[0]!.source, "ECB");
});

test("a header discount is spread to the last cent by largest remainder, and skips lines that refuse it", () => {
  const line = { quantity: "1", unitPrice: "10.00" };
  const json = quote([line, line, line, { ...line, noHeaderDiscount: true }], { headerDiscount: { amount: "10.00" } });
  assert.deepEqual(amounts(json), ["6.66", "6.67", "6.67", "10.00"]);
  assert.equal(priceCase(json).totals.headerDiscountMinor, 1000n);
});

test("family volume counts the whole family; a graduated one blends its bands", () => {
  const tiers = [{ upTo: "10", percent: "0" }, { percent: "10" }];
  const lines = [
    { family: "hardware", quantity: "8", unitPrice: "10" },
    { family: "hardware", quantity: "12", unitPrice: "20" },
    { family: "other", quantity: "50", unitPrice: "1" },
  ];
  assert.deepEqual(amounts(quote(lines, { familyVolumes: [{ id: "v", families: ["hardware"], tiers }] })), [
    "72.00",
    "216.00",
    "50.00",
  ]);
  // 20 units: 10 at 0 %, 10 at 10 % = 5 % blended.
  const graduated = { id: "v", families: ["hardware"], mode: "graduated" as const, tiers };
  assert.deepEqual(amounts(quote(lines, { familyVolumes: [graduated] })), ["76.00", "228.00", "50.00"]);
});

test("promotions: the best of those that do not stack, then all that do; codes, least quantity, buy 2 get 1", () => {
  const line = { quantity: "3", unitPrice: "100" };
  const promoted = (promotions: PriceCaseJson["promotions"], rest: Partial<PriceCaseJson> = {}) =>
    amounts(quote([line], { promotions: promotions!, ...rest }))[0];
  assert.equal(
    promoted([
      { id: "a", percentOff: "10" },
      { id: "b", amountOffPerUnit: "20" },
    ]),
    "240.00",
  );
  assert.equal(
    promoted([
      { id: "a", percentOff: "10" },
      { id: "s", percentOff: "50", stackable: true },
    ]),
    "135.00",
  );
  assert.equal(promoted([{ id: "a", buyGet: { buy: "2", free: "1" } }]), "200.00");
  assert.equal(promoted([{ id: "a", unitPrice: "70" }]), "210.00");
  assert.equal(promoted([{ id: "a", unitPrice: "170" }]), "300.00");
  assert.equal(promoted([{ id: "a", percentOff: "10", minQuantity: "4" }]), "300.00");
  assert.equal(promoted([{ id: "a", percentOff: "10", code: "SPRING" }]), "300.00");
  assert.equal(promoted([{ id: "a", percentOff: "10", code: "SPRING" }], { promotionCodes: ["SPRING"] }), "270.00");
});

test("guards: a flag reports what is missing to the limit, a raise lifts the price, margins use the cost", () => {
  const line = { product: "router", quantity: "2", discounts: [{ percent: "50" }] };
  const flagged = priceCase(quote([line], { guards: [{ id: "m", action: "flag", minMarginPercent: "20" }] }));
  assert.equal(flagged.totals.netMinor, 12_900n);
  assert.deepEqual(
    flagged.findings.map((f) => [f.guard, f.limit, f.line, exactText(f.required), exactText(f.actual)]),
    [["m", "minMarginPercent", "1", "150", "129"]],
  );
  const raised = priceCase(quote([line], { guards: [{ id: "m", action: "raise", minMarginPercent: "20" }] }));
  assert.equal(raised.totals.netMinor, 15_000n);
  assert.equal(raised.totals.costMinor, 12_000n);
  const most = priceCase(quote([line], { guards: [{ id: "d", action: "flag", maxDiscountPercent: "30" }] }));
  assert.equal(exactText(most.findings[0]!.required), "180.6");
});

test("a ramp prices each segment by its own quantity, price or change, and sums the rounded segments", () => {
  const json = quote([
    {
      product: "fibre",
      quantity: "10",
      ramp: [
        { label: "year 1", term: { periods: "12" }, quantity: "5" },
        { label: "year 2", term: { periods: "12" }, upliftPercent: "3" },
        { label: "year 3", term: { periods: "12" }, unitPrice: "45" },
        { label: "free month", term: { periods: "1" }, percentOff: "100" },
      ],
    },
  ]);
  const { lines } = priceCase(json);
  assert.deepEqual(
    lines[0]!.segments.map((segment) => [segment.ramp!.label, segment.amountMinor]),
    [
      ["year 1", 299_400n],
      ["year 2", 616_764n],
      ["year 3", 540_000n],
      ["free month", 0n],
    ],
  );
  assert.equal(lines[0]!.amountMinor, 1_456_164n);
});

test("a schedule by term counts the whole ramp, not each segment", () => {
  const ramp = [{ term: { periods: "12" } }, { term: { periods: "12" } }];
  const discountSchedules = [
    { id: "two-years", basis: "term_months" as const, tiers: [{ upTo: "23", percent: "0" }, { percent: "10" }] },
  ];
  assert.deepEqual(amounts(quote([{ product: "fibre", quantity: "1", ramp }], { discountSchedules })), ["1077.84"]);
});

test("percent of total: support at 18 % of the hardware's net, and per month of the subscriptions", () => {
  const hardware = { id: "hw", product: "router", quantity: "10", discounts: [{ percent: "10" }] };
  const fibre = { id: "fib", product: "fibre", quantity: "2", term: { periods: "12" } };
  const support = (price: object, rest: object = {}): LineJson =>
    ({ id: "sup", product: "support", quantity: "1", price: { kind: "percent_of_total", ...price }, ...rest }) as LineJson;
  const ofHardware = quote([support({ percent: "18", of: { families: ["hardware"] } }), hardware, fibre]);
  assert.equal(amounts(ofHardware)[0], "208.98"); // 18 % of 1,161.00
  const perMonth = quote([
    hardware,
    fibre,
    support({ percent: "10", of: { products: ["fibre"] } }, { per: "month", term: { periods: "12" } }),
  ]);
  assert.equal(amounts(perMonth)[2], "119.76"); // 10 % of 99.80, 12 times
  const ofLine = quote([hardware, fibre, support({ percent: "1", of: { lines: ["fib"] } })]);
  assert.equal(amounts(ofLine)[2], "11.98"); // 1 % of 1,197.60
  const priced = priceCase(ofHardware);
  assert.equal(priced.derive(priced.lines[0]!.segments[0]!)[0]!.step, "percent_of_total");
});

test("tax by rule: class, region and status choose the category; reverse charge owes nothing here", () => {
  const taxRules = [
    { id: "standard", category: "S" as const, percent: "20" },
    { id: "reduced", taxClass: "book", category: "S" as const, percent: "5.5" },
    { id: "eu", taxStatus: "eu_business", category: "AE" as const, percent: "0", reason: "VATEX-EU-AE" },
  ];
  const lines = [
    { quantity: "1", unitPrice: "100" },
    { quantity: "1", unitPrice: "100", taxClass: "book" },
  ];
  const home = priceCase(quote(lines, { taxRules }));
  assert.deepEqual(
    home.taxes.map((t) => [t.tax.category, exactText(t.tax.percent), t.taxMinor]),
    [
      ["S", "20", 2000n],
      ["S", "5.5", 550n],
    ],
  );
  const abroad = priceCase(quote(lines, { taxRules, customer: { taxStatus: "eu_business" } }));
  assert.deepEqual(
    abroad.taxes.map((t) => [t.tax.category, t.tax.reason, t.netMinor, t.taxMinor]),
    [["AE", "VATEX-EU-AE", 20_000n, 0n]],
  );
});

test("prices that include tax: net and tax add up to the price, and the lines share the net exactly", () => {
  const line = { quantity: "1", unitPrice: "9.99" };
  const priced = priceCase(quote([line, line, line], { taxIncluded: true, tax: { category: "S", percent: "20" } }));
  assert.deepEqual([priced.totals.netMinor, priced.totals.taxMinor, priced.totals.grossMinor], [2498n, 499n, 2997n]);
  assert.deepEqual(
    priced.lines.map((l) => l.netMinor),
    [833n, 833n, 832n],
  );
  const abroad = priceCase(quote([line], { taxIncluded: true, tax: { category: "G", percent: "0", includedPercent: "20" } }));
  assert.deepEqual([abroad.totals.netMinor, abroad.totals.taxMinor, abroad.totals.grossMinor], [833n, 0n, 833n]);
});

test("rounding: unit prices to digits, cash to five centimes, yen without decimals, totals in the accounting currency", () => {
  const third = { quantity: "3", unitPrice: "10", discounts: [{ percent: "33.333" }] };
  assert.deepEqual(amounts(quote([third])), ["20.00"]);
  assert.deepEqual(amounts(quote([third], { rounding: { unitPriceDigits: 2 } })), ["20.01"]);
  const cash = priceCase({
    ...quote([{ quantity: "1", unitPrice: "9.98" }]),
    currency: "CHF",
    rounding: { payableIncrement: "0.05" },
  });
  assert.deepEqual([cash.totals.payableMinor, cash.totals.payableRoundingMinor], [1000n, 2n]);
  assert.deepEqual(amounts({ ...quote([{ quantity: "3", unitPrice: "33.5" }]), currency: "JPY" }), ["101"]);
  const exchangeRates = [{ from: "EUR", to: "SEK", rate: "11.25", source: "Riksbank", date: "2026-02-27" }];
  const both = priceCase(
    quote([{ quantity: "1", unitPrice: "10" }], {
      reportingCurrency: "SEK",
      exchangeRates,
      tax: { category: "S", percent: "25" },
    }),
  );
  assert.equal(both.totals.reporting!.taxMinor, 2813n);
});
