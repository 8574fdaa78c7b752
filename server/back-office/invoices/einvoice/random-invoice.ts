/** For tests: random invoices that are right by construction, over categories, rates, allowances, prices below the cent, signs. */
import fc from "fast-check";
import { sampleInvoice } from "./sample-invoice.ts";
import type { EInvoice, EInvoiceLine } from "./types.ts";

const scaled = (min: number, max: number, places: number) =>
  fc.integer({ min, max }).map((value) => {
    const digits = String(Math.abs(value)).padStart(places + 1, "0");
    return `${value < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });

const taxed = fc.record({ category: fc.constant("S"), rate: fc.constantFrom("20", "10.0", "5.5", "2.1", "8.5", "19.6") });
const vats = fc.oneof(
  { weight: 3, arbitrary: taxed },
  { weight: 2, arbitrary: fc.constantFrom("Z", "E", "AE", "K", "G").map((category) => ({ category })) },
);

const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).map((value) => `x${value}`);

const lineAllowance = fc.oneof(
  fc.record({ amount: scaled(0, 5000, 2), reason: text }),
  fc.record({ percentage: scaled(1, 5000, 2), reason: text }),
);

const line: fc.Arbitrary<EInvoiceLine> = fc
  .record({
    quantity: scaled(-50_000, 500_000, 3),
    net: scaled(0, 900_000_000, 5),
    baseQuantity: fc.option(fc.constantFrom("1", "7", "10", "1000", "0.5"), { nil: undefined }),
    vat: vats,
    name: text,
    allowances: fc.array(lineAllowance, { maxLength: 2 }),
    charges: fc.array(lineAllowance, { maxLength: 2 }),
    discount: fc.option(scaled(0, 100_000, 5), { nil: undefined }),
  })
  .map(({ net, baseQuantity, discount, name, allowances, charges, ...rest }) => ({
    ...rest,
    unit: "C62",
    item: { name },
    price: { net, ...(baseQuantity ? { baseQuantity } : {}), ...(discount ? { discount } : {}) },
    ...(allowances.length > 0 ? { allowances } : {}),
    ...(charges.length > 0 ? { charges } : {}),
  }));

const headerAllowance = fc.oneof(
  fc.record({ amount: scaled(0, 500_000, 2), reason: text, vat: vats }),
  fc.record({ baseAmount: scaled(0, 9_000_000, 2), percentage: scaled(1, 5000, 2), reason: text, vat: vats }),
);

export const randomInvoice: fc.Arbitrary<EInvoice> = fc
  .record({
    typeCode: fc.constantFrom("380", "381"),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    allowances: fc.array(headerAllowance, { maxLength: 3 }),
    charges: fc.array(headerAllowance, { maxLength: 3 }),
    prepaid: fc.option(scaled(0, 100_000, 2), { nil: undefined }),
    rounding: fc.option(scaled(-50, 50, 2), { nil: undefined }),
    peppol: fc.boolean(),
  })
  .map(({ allowances, charges, prepaid, rounding, peppol, ...rest }) => ({
    ...sampleInvoice,
    ...rest,
    ...(peppol ? {} : { specification: "urn:cen.eu:en16931:2017" }),
    period: { start: "2026-11-01", end: "2026-11-30" },
    delivery: { date: "2026-11-10", address: { country: "BE" } },
    ...(allowances.length > 0 ? { allowances } : {}),
    ...(charges.length > 0 ? { charges } : {}),
    vatBreakdown: usesExempt([...rest.lines, ...allowances, ...charges])
      ? [{ category: "E", exemptionReason: "Article 261 du CGI" }]
      : [],
    totals: { ...(prepaid ? { prepaid } : {}), ...(rounding ? { rounding } : {}) },
  }));

const usesExempt = (list: readonly { vat?: { category?: string | undefined } | undefined }[]): boolean =>
  list.some((each) => each.vat?.category === "E");
