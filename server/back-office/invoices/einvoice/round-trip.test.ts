import assert from "node:assert/strict";
import { test } from "node:test";
import { asCreditNote } from "./as-credit-note.ts";
import { buildCii, forCii } from "./build-cii.ts";
import { buildUbl } from "./build-ubl.ts";
import { checkInvoice } from "./check-invoice.ts";
import { completeInvoice } from "./complete.ts";
import { parseEInvoice } from "./parse-einvoice.ts";
import { richInvoice, sampleInvoice, sampleInvoiceOf } from "./sample-invoice.ts";
import type { EInvoice } from "./types.ts";

const cases: Record<string, EInvoice> = {
  "object, work, prorated subscription and usage": sampleInvoice,
  "200 lines at three rates": sampleInvoiceOf(200),
  "every term of the norm": richInvoice,
  "every term of the norm, as a credit note": { ...richInvoice, typeCode: "381" },
};

for (const [name, invoice] of Object.entries(cases)) {
  for (const [syntax, build, given] of [
    ["UBL", buildUbl, invoice],
    ["CII", buildCii, forCii(invoice)],
  ] as const) {
    const whole = completeInvoice(given);
    test(`${syntax} carries ${name}, and reads back the same`, () => {
      const xml = build(invoice);
      assert.deepEqual(parseEInvoice(xml).invoice, whole);
      assert.deepEqual(checkInvoice(xml).errors, []);
      assert.equal(build(parseEInvoice(xml).invoice), xml, "the same invoice is the same bytes");
    });
  }
}

test("the amounts of the combined invoice, to the cent", () => {
  const { totals } = checkInvoice(buildUbl(sampleInvoice));
  // 89.90 + 2.5 x 62.00 + (45.00 - 13.50) + 12345 x 0.0006 = 7.407 -> 7.41
  assert.equal(totals?.lineTotal, "283.81");
  assert.deepEqual(totals?.vatBreakdown, [{ category: "S", rate: "20", taxableAmount: "283.81", taxAmount: "56.76" }]);
  assert.equal(totals?.payable, "340.57");
});

test("what is owed the other way round is a credit note with positive amounts: -1446.375 is 1446.38", () => {
  const owed: EInvoice = {
    ...sampleInvoice,
    lines: [
      { quantity: "-1", unit: "C62", price: { net: "1446.375" }, vat: { category: "S", rate: "20" }, item: { name: "Retour" } },
    ],
  };
  assert.equal(completeInvoice(owed).totals?.lineTotal, "-1446.38");
  const credit = asCreditNote(owed);
  assert.equal(credit.typeCode, "381");
  const { totals } = checkInvoice(buildUbl(credit));
  assert.deepEqual([totals?.lineTotal, totals?.vat, totals?.payable], ["1446.38", "289.28", "1735.66"]);
  assert.equal(asCreditNote(sampleInvoice), sampleInvoice, "an invoice that asks for money stays one");
});

test("a document with entities of its own, or a document type, is refused before it is read", () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>';
  assert.deepEqual(
    checkInvoice(bomb).errors.map((error) => error.rule),
    ["XML"],
  );
  assert.match(checkInvoice("<Invoice><ID>1</Invoice>").errors[0]?.message ?? "", /line 1/);
  assert.match(checkInvoice("<Order/>").errors[0]?.message ?? "", /Order/);
  assert.match(checkInvoice("<Invoice>&nbsp;</Invoice>").errors[0]?.message ?? "", /&nbsp;/);
});

test("texts keep their accents, signs and lines; characters XML cannot carry become blanks", () => {
  const name = 'Câble <3 m> & "prise" \u{1F50C}';
  const invoice = {
    ...sampleInvoice,
    lines: [{ ...sampleInvoice.lines![0]!, item: { name: `${name}\u0000x`, description: "a\nb" } }],
  };
  for (const build of [buildUbl, buildCii]) {
    const item = parseEInvoice(build(invoice)).invoice.lines?.[0]?.item;
    assert.deepEqual(item, { name: `${name} x`, description: "a\nb" });
  }
});

test("other prefixes and CDATA read as well", () => {
  const xml = buildUbl(sampleInvoice).replaceAll("cbc:", "b:").replaceAll("xmlns:cbc", "xmlns:b");
  assert.deepEqual(
    parseEInvoice(xml.replace("<b:Name>Fibre Pro<", "<b:Name><![CDATA[Fibre Pro]]><")).invoice,
    completeInvoice(sampleInvoice),
  );
});
