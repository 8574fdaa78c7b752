import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rational } from "#platform/rational.ts";
import { assembleInvoice } from "./assemble-invoice.ts";
import { creditUnused } from "./credit-unused.ts";
import { type VatTotal, vatBreakdown, vatFault } from "./vat-breakdown.ts";

const s20 = { category: "S", rate: "20" };
const s55 = { category: "S", rate: "5.5" };
const line = (net: bigint, vat = s20) => ({ net, vat });
const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);

test("VAT is rounded once per category: three lines of 10.10 at 15 % carry 4.55", () => {
  const s15 = { category: "S", rate: "15" };
  const invoice = assembleInvoice([1_010n, 1_010n, 1_010n].map((net) => line(net, s15)));
  assert.deepEqual([invoice.net, invoice.vatTotal, invoice.total, invoice.due], [3_030n, 455n, 3_485n, 3_485n]);
  assert.equal(invoice.vat.length, 1);
});

test("20 and 20.0 are one category; goods at 5.5 are another", () => {
  const { vat } = assembleInvoice([line(10_000n), line(5_000n, { category: "S", rate: "20.0" }), line(999n, s55)]);
  assert.deepEqual(
    vat.map(({ base, amount }) => [base, amount]),
    [
      [15_000n, 3_000n],
      [999n, 55n],
    ],
  );
});

test("a credit of 193.33 at 25 % is a credit note over 241.66 in positive amounts", () => {
  const note = assembleInvoice([line(-19_333n, { category: "S", rate: "25" })], { prepaid: 500n });
  assert.deepEqual(
    [note.kind, note.net, note.vatTotal, note.total, note.due],
    ["credit_note", 19_333n, 4_833n, 24_166n, 24_166n],
  );
  assert.equal(note.lines[0]?.net, 19_333n);
});

test("an allowance in percent is rounded once and spread over the categories by their totals", () => {
  const invoice = assembleInvoice([line(10_000n), line(5_003n, s55)], { allowances: [{ reason: "loyalty", percent: "10" }] });
  assert.equal(invoice.allowanceTotal, 1_500n);
  assert.deepEqual(
    invoice.allowances.map(({ amount }) => amount),
    [1_000n, 500n],
  );
  assert.deepEqual(
    invoice.vat.map(({ base, amount }) => [base, amount]),
    [
      [9_000n, 1_800n],
      [4_503n, 248n],
    ],
  );
});

test("charges add, prepaid is used only as far as needed", () => {
  const invoice = assembleInvoice([line(10_000n)], {
    charges: [{ reason: "delivery", amount: 500n, vat: s20 }],
    prepaid: 99_999n,
  });
  assert.deepEqual([invoice.net, invoice.total, invoice.prepaid, invoice.due], [10_500n, 12_600n, 12_600n, 0n]);
  assert.throws(
    () => assembleInvoice([line(0n)], { allowances: [{ reason: "gift", amount: 5n }] }),
    /gift.*name its VAT category/,
  );
});

test("the unused part of a line is capped by what was really billed", () => {
  assert.deepEqual(creditUnused({ net: 24_995n, share: rational(30n, 31n), given: 1_000n }), { due: 24_189n, credit: 23_995n });
  assert.equal(creditUnused({ net: 20_000n, share: rational(29n, 30n), given: 0n }).credit, 19_333n);
  assert.equal(creditUnused({ net: 16_000n, share: rational(29n, 30n), given: 0n }).credit, 15_467n);
  assert.equal(creditUnused({ net: 100n, share: rational(1n, 2n), given: 100n }).credit, 0n);
});

test("a VAT treatment no invoice may carry is named", () => {
  assert.equal(vatFault(s20), null);
  assert.match(vatFault({ category: "AE", rate: "20" }) ?? "", /AE carries no VAT/);
  assert.match(vatFault({ category: "X", rate: "20" }) ?? "", /not a VAT category/);
});

test("totals always add up: total = lines - allowances + charges + VAT, and each VAT is within half a cent of exact", () => {
  const anyLine = fc.tuple(
    fc.bigInt({ min: -500_000n, max: 900_000n }),
    fc.constantFrom(s20, s55, { category: "AE", rate: "0" }),
  );
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.bigInt({ min: 0n, max: 500n }), (list, amount) => {
      const lines = list.map(([net, vat]) => line(net, vat));
      const document = assembleInvoice(lines, { allowances: [{ reason: "a", amount, vat: s20 }] });
      assert.equal(document.total, document.lineTotal - document.allowanceTotal + document.chargeTotal + document.vatTotal);
      assert.ok(document.total >= 0n);
      for (const { base, rate, amount: vat } of document.vat) {
        const scaled = base * BigInt(Number(rate) * 10);
        const off = vat * 1000n - scaled;
        assert.ok(off <= 500n && off >= -500n);
      }
    }),
  );
});

test("credit notes in any number of parts never exceed what was billed, and the last one ends at zero", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 3_000n }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(s20, s55),
      (parts, vat) => {
        const billed = vatBreakdown([{ net: sum(parts), vat }])[0]!;
        let left: VatTotal = billed;
        for (const part of parts) {
          const note = assembleInvoice([line(-part, vat)], { billed: [left] });
          assert.ok(note.vatTotal <= left.amount && note.net <= left.base);
          left = { ...left, base: left.base - note.net, amount: left.amount - note.vatTotal };
        }
        assert.deepEqual([left.base, left.amount], [0n, 0n]);
      },
    ),
  );
});
