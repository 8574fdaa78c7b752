import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { add, compare, parseDecimal, subtract, zero } from "#platform/rational.ts";
import { asCreditNote } from "./as-credit-note.ts";
import { buildCii } from "./build-cii.ts";
import { buildUbl } from "./build-ubl.ts";
import { checkInvoice } from "./check-invoice.ts";
import { completeInvoice } from "./complete.ts";
import { parseEInvoice } from "./parse-einvoice.ts";
import { randomInvoice } from "./random-invoice.ts";

test("whatever is sold, both documents are sound and read back the same", () => {
  fc.assert(
    fc.property(randomInvoice, (invoice) => {
      for (const build of [buildUbl, buildCii]) {
        const xml = build(invoice);
        assert.deepEqual(checkInvoice(xml).errors, []);
        assert.deepEqual(parseEInvoice(xml).invoice, completeInvoice(parseEInvoice(xml).invoice));
        assert.equal(build(parseEInvoice(xml).invoice), xml);
      }
    }),
    { numRuns: 60 },
  );
});

test("totals hold together: VAT groups, lines and adjustments make the same sum, and the two syntaxes agree", () => {
  fc.assert(
    fc.property(randomInvoice, (invoice) => {
      const totals = checkInvoice(buildUbl(invoice)).totals!;
      assert.deepEqual(checkInvoice(buildCii(invoice)).totals, totals);
      const sum = (amounts: (string | undefined)[]) =>
        amounts.reduce((total, each) => add(total, parseDecimal(each ?? "0")), zero);
      const bases = sum(totals.vatBreakdown.map((group) => group.taxableAmount));
      assert.equal(compare(bases, parseDecimal(totals.withoutVat)), 0);
      const due = add(subtract(parseDecimal(totals.withVat), parseDecimal(totals.prepaid)), parseDecimal(totals.rounding));
      assert.equal(compare(due, parseDecimal(totals.payable)), 0);
    }),
    { numRuns: 150 },
  );
});

test("a credit note made of a negative invoice asks for its exact opposite", () => {
  fc.assert(
    fc.property(randomInvoice, (invoice) => {
      const totals = checkInvoice(invoice).totals!;
      const credit = asCreditNote(invoice);
      if (credit === invoice) return;
      const opposite = checkInvoice(credit).totals!;
      assert.deepEqual(checkInvoice(credit).errors, []);
      for (const term of ["withoutVat", "vat", "withVat", "payable"] as const)
        assert.equal(compare(add(parseDecimal(totals[term]), parseDecimal(opposite[term])), zero), 0, term);
    }),
    { numRuns: 300 },
  );
});

test("any one amount off by a cent is found", () => {
  fc.assert(
    fc.property(randomInvoice, fc.nat(), (invoice, pick) => {
      const xml = buildUbl(invoice);
      const amounts = [...xml.matchAll(/<cbc:(\w+Amount) currencyID="EUR">(-?\d+\.\d{2})</g)].filter(
        (match) => !["BaseAmount", "PrepaidAmount", "PriceAmount", "Amount"].includes(match[1]!),
      );
      const chosen = amounts[pick % amounts.length]!;
      const cent = add(parseDecimal(chosen[2]!), parseDecimal("0.01"));
      const wrong = `${(cent.num * 100n) / cent.den}`.padStart(3, "0");
      const written = wrong.startsWith("-") ? `-${wrong.slice(1).padStart(3, "0")}` : wrong;
      const off = chosen[0].replace(`>${chosen[2]}<`, `>${written.slice(0, -2)}.${written.slice(-2)}<`);
      const changed = xml.slice(0, chosen.index) + off + xml.slice(chosen.index + chosen[0].length);
      assert.equal(checkInvoice(changed).valid, false, chosen[0]);
    }),
    { numRuns: 200 },
  );
});
