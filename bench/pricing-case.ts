/** A large quote that uses the whole waterfall, the same for the same size. */
import type { LineJson, PriceCaseJson, PriceModelJson } from "#cpq/pricing/engine/types.ts";

const productCount = 500;
const families = ["router", "licence", "cable", "service", "usage"];

function model(i: number): PriceModelJson {
  const cents = (10_00 + ((i * 7919) % 500_00)).toString().padStart(4, "0");
  const unitPrice = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  if (i % 5 === 1) {
    const tiers = [{ upTo: "10", unitPrice }, { upTo: "100", unitPrice: "9.40" }, { unitPrice: "8.15" }];
    return { kind: "graduated", tiers };
  }
  if (i % 5 === 2)
    return {
      kind: "volume",
      tiers: [
        { upTo: "20", unitPrice },
        { unitPrice: "7.95", flatFee: "12.00" },
      ],
    };
  if (i % 5 === 3) return { kind: "package", size: "10", price: unitPrice, freeUnits: "2" };
  return { kind: "per_unit", unitPrice };
}

function line(i: number): LineJson {
  const base: LineJson = { id: String(i + 1), product: `p${i % productCount}`, quantity: String(1 + ((i * 31) % 60)) };
  if (i % 3 === 0) base.discounts = [{ percent: String((i % 7) + 1), reason: "seller" }];
  if (i % 2 === 0) base.term = { periods: "36" };
  else if (i % 7 === 0) base.term = { start: "2026-03-10", end: "2027-01-04", anchor: "day", day: 5 };
  return base;
}

/** A case of `lines` lines over 500 products: lists, contracts, tiers, family volume, promotion, schedule, header, guards, terms, taxes. */
export function benchCase(lines: number): PriceCaseJson {
  const products = Array.from({ length: productCount }, (_, i) => ({
    id: `p${i}`,
    family: families[i % families.length]!,
    taxClass: i % 4 === 0 ? "reduced" : "standard",
    unitCost: "1.20",
  }));
  return {
    currency: "EUR",
    date: "2026-03-01",
    customer: { id: "atelier-martin", segment: "business", region: "FR" },
    products,
    priceLists: [
      { id: "public", currency: "EUR", prices: products.map(({ id }, i) => ({ product: id, per: "month", price: model(i) })) },
      {
        id: "business-fr",
        currency: "EUR",
        segment: "business",
        region: "FR",
        prices: products.slice(0, 300).map(({ id }, i) => ({ product: id, per: "month", price: model(i + 3) })),
      },
    ],
    contracts: [{ id: "frame-2026", customer: "atelier-martin", families: ["licence"], percentOff: "4.5" }],
    familyVolumes: [{ id: "router-volume", families: ["router"], tiers: [{ upTo: "50", percent: "0" }, { percent: "6" }] }],
    promotions: [{ id: "spring", families: ["cable", "service"], percentOff: "5" }],
    discountSchedules: [
      { id: "by-quantity", tiers: [{ upTo: "9", percent: "1" }, { upTo: "29", percent: "2.5" }, { percent: "4" }] },
      { id: "by-term", basis: "term_months", tiers: [{ upTo: "24", percent: "0" }, { percent: "3" }] },
    ],
    headerDiscount: { percent: "2", reason: "year end" },
    guards: [
      { id: "floor", action: "raise", minMarkupPercent: "10" },
      { id: "margin", action: "flag", minMarginPercent: "20" },
    ],
    taxRules: [
      { id: "fr-standard", region: "FR", taxClass: "standard", category: "S", percent: "20" },
      { id: "fr-reduced", region: "FR", taxClass: "reduced", category: "S", percent: "5.5" },
    ],
    lines: Array.from({ length: lines }, (_, i) => line(i)),
  };
}
