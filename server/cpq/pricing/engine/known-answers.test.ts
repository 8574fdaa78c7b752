/** Worked examples published by others, priced from JSON to the cent. Sources: docs/engines/pricing.md. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { decimalText } from "#platform/money.ts";
import { priceCase } from "./price-case.ts";
import type { LineJson, PriceCaseJson, PriceModelJson } from "./types.ts";

const caseOf = (line: LineJson, rest: Partial<PriceCaseJson> = {}): PriceCaseJson => ({
  currency: "USD",
  date: "2025-01-01",
  lines: [line],
  ...rest,
});
const amount = (json: PriceCaseJson): string => decimalText(priceCase(json).lines[0]!.amountMinor, json.currency);
const priced = (price: PriceModelJson, quantity: string): string => amount(caseOf({ quantity, price }));

const knownAnswers: [string, () => string, string][] = [
  [
    "Salesforce, monthly proration: 90, 2025-03-28 to 2026-02-04, day 5",
    () => {
      const term = { start: "2025-03-28", end: "2026-02-04", anchor: "day", day: 5 } as const;
      return amount(caseOf({ quantity: "1", unitPrice: "90", per: "month", term }));
    },
    "923.23",
  ],
  ["Salesforce, block 1-10 = 500, 11-25 = 900, 26-50 = 1,400: 26 units", () => priced(blocks, "26"), "1400.00"],
  ["the same: 10 units", () => priced(blocks, "10"), "500.00"],
  ["the same: 11 units", () => priced(blocks, "11"), "900.00"],
  [
    "Lago, volume: 65,000 x 0.0006 + 10",
    () =>
      priced(
        {
          kind: "volume",
          tiers: [
            { upTo: "10000", unitPrice: "0.0010", flatFee: "10" },
            { upTo: "50000", unitPrice: "0.0008", flatFee: "10" },
            { upTo: "100000", unitPrice: "0.0006", flatFee: "10" },
            { unitPrice: "0.0004", flatFee: "10" },
          ],
        },
        "65000",
      ),
    "49.00",
  ],
  [
    "Lago, package: 201, 100 free, 5 per 100",
    () => priced({ kind: "package", size: "100", price: "5", freeUnits: "100" }, "201"),
    "10.00",
  ],
  ["Lago, graduated: 100 at 1, 100 at 0.50, then 0.10: 250 units", () => priced(lagoGraduated, "250"), "155.00"],
  ["Lago, graduated percentage 1 % + 200, 2 % + 300, 3 % + 400 on 15,000", () => priced(graduatedPercent, "15000"), "1240.00"],
  [
    "Lago, percentage: 3 transactions free, the 4th of 50 at 1.2 % + 0.10",
    () => {
      const price = { kind: "percentage", percent: "1.2", fixedFee: "0.10", freeTransactions: "3", freeUnits: "500" } as const;
      return amount(caseOf({ quantity: "450", transactions: ["200", "100", "100", "50"], price }));
    },
    "0.70",
  ],
  ["Lago, standard: 1,000 calls at 0.05", () => priced({ kind: "per_unit", unitPrice: "0.05" }, "1000"), "50.00"],
  ["Zuplo, graduated: 15,000", () => priced({ kind: "graduated", tiers: zuploTiers }, "15000"), "600.00"],
  ["Zuplo, volume: 15,000", () => priced({ kind: "volume", tiers: zuploTiers }, "15000"), "150.00"],
  ["Zuora, flat fee: 160 units used, 99", () => priced({ kind: "flat", amount: "99" }, "160"), "99.00"],
  [
    "Zuora, tiered with overage: 130, 100 at 0 then 2.00",
    () =>
      priced(
        {
          kind: "graduated",
          tiers: [
            { upTo: "100", unitPrice: "0" },
            { upTo: "200", unitPrice: "2" },
          ],
        },
        "130",
      ),
    "60.00",
  ],
  ["Oracle, slab per unit: 1,000", () => priced({ kind: "graduated", tiers: oracleTiers }, "1000"), "2250.00"],
  ["Oracle, volume: 1,000", () => priced({ kind: "volume", tiers: oracleTiers }, "1000"), "3000.00"],
  [
    "Autumn, graduated: 15,000 requests",
    () =>
      priced(
        {
          kind: "graduated",
          tiers: [{ upTo: "1000", unitPrice: "0.01" }, { upTo: "10000", unitPrice: "0.008" }, { unitPrice: "0.005" }],
        },
        "15000",
      ),
    "107.00",
  ],
  [
    "Salesforce, block of pencils: 7 in the box of 10 at 1, 11 in the box of 50 at 3",
    () => {
      const pencils: PriceModelJson = {
        kind: "stair_step",
        steps: [
          { upTo: "10", price: "1" },
          { upTo: "50", price: "3" },
        ],
      };
      return `${priced(pencils, "7")} ${priced(pencils, "11")}`;
    },
    "1.00 3.00",
  ],
  [
    "Salesforce, prorate precision by month: 35 of 12 months at 12,000",
    () =>
      amount(
        caseOf({
          quantity: "1",
          unitPrice: "12000",
          per: "year",
          term: { start: "2022-01-01", end: "2024-11-30", partialBy: "months" },
        }),
      ),
    "35000.00",
  ],
];

const blocks: PriceModelJson = {
  kind: "stair_step",
  steps: [
    { upTo: "10", price: "500" },
    { upTo: "25", price: "900" },
    { upTo: "50", price: "1400" },
  ],
};
const lagoGraduated: PriceModelJson = {
  kind: "graduated",
  tiers: [{ upTo: "100", unitPrice: "1" }, { upTo: "200", unitPrice: "0.50" }, { unitPrice: "0.10" }],
};
const graduatedPercent: PriceModelJson = {
  kind: "graduated",
  tiers: [
    { upTo: "1000", percent: "1", flatFee: "200" },
    { upTo: "10000", percent: "2", flatFee: "300" },
    { percent: "3", flatFee: "400" },
  ],
};
const zuploTiers = [{ upTo: "1000", unitPrice: "0.10" }, { upTo: "10000", unitPrice: "0.05" }, { unitPrice: "0.01" }];
const oracleTiers = [{ upTo: "250", unitPrice: "1" }, { upTo: "500", unitPrice: "2" }, { unitPrice: "3" }];

for (const [name, answer, expected] of knownAnswers) test(`${name} = ${expected}`, () => assert.equal(answer(), expected));

const slabs = [{ upTo: "9", percent: "10" }, { upTo: "19", percent: "20" }, { percent: "30" }];

test("Salesforce, discount schedule: 30 units by range are all at 30 %", () => {
  const json = caseOf({ quantity: "30", unitPrice: "100" }, { discountSchedules: [{ id: "range", tiers: slabs }] });
  assert.equal(amount(json), "2100.00");
});

test("Salesforce, discount schedule: 30 units by slab are 9 at 10 %, 10 at 20 %, 11 at 30 %", () => {
  const json = caseOf(
    { quantity: "30", unitPrice: "100" },
    { discountSchedules: [{ id: "slab", mode: "graduated", tiers: slabs }] },
  );
  assert.equal(amount(json), "2380.00"); // 9 x 90 + 10 x 80 + 11 x 70
});

test("VAT once per category: three lines of 10.10 at 15 % carry 4.55, not 3 x 1.52", () => {
  const line = { quantity: "1", unitPrice: "10.10" };
  const { taxes, totals } = priceCase({
    currency: "EUR",
    date: "2026-03-01",
    tax: { category: "S", percent: "15" },
    lines: [line, line, line],
  });
  assert.equal(totals.netMinor, 3030n);
  assert.equal(taxes[0]!.taxMinor, 455n);
  assert.equal(totals.grossMinor, 3485n);
});
