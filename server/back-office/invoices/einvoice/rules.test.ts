import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCii } from "./build-cii.ts";
import { buildUbl, writeUbl } from "./build-ubl.ts";
import { checkInvoice } from "./check-invoice.ts";
import { checkShape } from "./check-shape.ts";
import { completeInvoice } from "./complete.ts";
import { withFrenchMentions } from "./french-mentions.ts";
import { implementedRules, messageOf } from "./messages.ts";
import { brokenInvoices } from "./rules-broken.ts";
import { brokenFrench, brokenVat, invoiceOf } from "./rules-broken-vat.ts";
import { families } from "./rules/vat-groups.ts";
import { richInvoice, sampleInvoice } from "./sample-invoice.ts";
import type { EInvoice } from "./types.ts";

const tested = new Set<string>();
const sound = completeInvoice(richInvoice);
const french = completeInvoice(withFrenchMentions({ ...sampleInvoice, buyerReference: "X" }, { operations: "mixed" }));

/** A deep copy, changed. */
function changed(invoice: EInvoice, change: (invoice: any) => void): EInvoice {
  const copy = structuredClone(invoice);
  change(copy);
  return copy;
}

const rulesOf = (invoice: EInvoice): string[] => checkShape(invoice).map((problem) => problem.rule);

test("the invoices that are broken below are sound", () => {
  assert.deepEqual(checkShape(sound), []);
  assert.deepEqual(checkShape(french), []);
  for (const category of Object.keys(families)) assert.deepEqual(checkShape(invoiceOf(category)), [], category);
});

for (const [invoice, broken] of [
  [sound, brokenInvoices],
  [french, brokenFrench],
] as const)
  for (const [rule, change] of broken)
    test(`${rule} is reported`, () => {
      const problems = checkShape(changed(invoice, change)).filter((problem) => problem.rule === rule);
      assert.ok(problems.length > 0, `not reported: ${rulesOf(changed(invoice, change)).join(" ")}`);
      assert.ok(
        problems.every(({ path, message }) => path !== "" && message !== "" && !message.includes("?")),
        JSON.stringify(problems),
      );
      tested.add(rule);
    });

for (const [rule, invoice] of brokenVat())
  test(`${rule} is reported`, () => {
    assert.ok(rulesOf(invoice).includes(rule), rulesOf(invoice).join(" "));
    tested.add(rule);
  });

const peppol = buildUbl(sampleInvoice);
const brokenUbl: [string, (xml: string) => string][] = [
  ["PEPPOL-EN16931-R002", (xml) => xml.replace("<cbc:DocumentCurrencyCode>", "<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note>$&")],
  ["PEPPOL-EN16931-R008", (xml) => xml.replace("<cbc:BuyerReference>", "<cbc:AccountingCost/>$&")],
  ["PEPPOL-EN16931-R043", (xml) => xml.replace(">false</cbc:ChargeIndicator>", ">0</cbc:ChargeIndicator>")],
  ["PEPPOL-EN16931-R051", (xml) => xml.replace('<cbc:PriceAmount currencyID="EUR"', '<cbc:PriceAmount currencyID="USD"')],
  ["PEPPOL-EN16931-R053", (xml) => xml.replace(/(<cac:TaxTotal>[\s\S]*<\/cac:TaxTotal>)/, "$1$1")],
  [
    "PEPPOL-EN16931-R054",
    (xml) => xml.replace("<cac:TaxTotal>", '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">1</cbc:TaxAmount></cac:TaxTotal>$&'),
  ],
  ["PEPPOL-EN16931-F001", (xml) => xml.replace(">2026-12-22<", ">22.12.2026<")],
  ["BR-CO-15", (xml) => xml.replace(/(<cac:TaxTotal>[\s\S]*<\/cac:TaxTotal>)/, "$1$1")],
];
for (const [rule, change] of brokenUbl)
  test(`${rule} is reported on the document`, () => {
    assert.notEqual(change(peppol), peppol);
    assert.ok(checkInvoice(change(peppol)).errors.some((error) => error.rule === rule));
    tested.add(rule);
  });

test("PEPPOL-EN16931-R080 is reported on a credit note with two projects", () => {
  const xml = buildUbl({ ...sampleInvoice, typeCode: "381", projectReference: "P1" });
  const twice = xml.replace(/<cac:AdditionalDocumentReference>[\s\S]*?<\/cac:AdditionalDocumentReference>/, "$&$&");
  assert.ok(checkInvoice(twice).errors.some((error) => error.rule === "PEPPOL-EN16931-R080"));
  tested.add("PEPPOL-EN16931-R080");
});

test("a credit note in CII says when it is due, because its rules ask so; in UBL it need not", () => {
  const { dueDate: _due, ...credit } = { ...sampleInvoice, typeCode: "381" };
  assert.deepEqual(checkInvoice(buildCii(credit)).errors, []);
  const silent = buildCii(credit).replace(/<ram:SpecifiedTradePaymentTerms>[\s\S]*?<\/ram:SpecifiedTradePaymentTerms>/, "");
  assert.deepEqual(
    checkInvoice(silent).errors.map((error) => error.rule),
    ["BR-CO-25"],
  );
  assert.deepEqual(checkInvoice(buildUbl(credit)).errors, []);
});

test("one cent is an error, where the official rules tolerate more", () => {
  const cent = (xml: string, from: string, to: string): string[] =>
    checkInvoice(xml.replaceAll(from, to)).errors.map((error) => error.rule);
  assert.deepEqual(cent(peppol, ">56.76<", ">56.77<"), ["BR-CO-15", "BR-CO-17", "BR-S-09"]);
  assert.deepEqual(cent(peppol, ">340.57<", ">340.58<"), ["BR-CO-15"]);
  assert.deepEqual(cent(peppol, ">7.41<", ">7.40<"), ["PEPPOL-EN16931-R120", "BR-CO-10", "BR-S-08"]);
});

test("outside Peppol its line arithmetic is a notice: the norm has no rule for it", () => {
  const twice = (xml: string) => checkInvoice(xml.replace(">2.5</cbc:InvoicedQuantity>", ">5</cbc:InvoicedQuantity>"));
  assert.deepEqual(
    twice(peppol).errors.map((error) => error.rule),
    ["PEPPOL-EN16931-R120"],
  );
  const plain = twice(buildUbl({ ...sampleInvoice, specification: "urn:cen.eu:en16931:2017" }));
  assert.deepEqual([plain.valid, plain.notices.map((notice) => notice.rule)], [true, ["PEPPOL-EN16931-R120"]]);
});

test("a scheme withdrawn since is right in a document received, and not written any more", () => {
  const old = peppol.replaceAll('"0225"', '"9956"');
  assert.deepEqual(checkInvoice(old).errors, []);
  const seller = { ...sampleInvoice.seller, electronicAddress: { id: "0000000196", scheme: "9956" } };
  assert.deepEqual(
    checkShape(completeInvoice({ ...sampleInvoice, seller })).map((error) => error.rule),
    ["BR-CL-25"],
  );
});

test("numbers as XML Schema may write them are numbers", () => {
  const odd = peppol
    .replace(">2.5</cbc:InvoicedQuantity>", ">+2.5</cbc:InvoicedQuantity>")
    .replace(">0.0006<", ">.0006<")
    .replace(">20<", ">20.<");
  assert.deepEqual(checkInvoice(odd).errors, []);
  assert.deepEqual(
    checkInvoice(peppol.replace(">0.0006<", ">6e-4<")).errors.map((error) => error.rule),
    ["FORMAT"],
  );
});

test("a document that is written wrong on purpose is still read, and its totals recomputed", () => {
  const wrong = writeUbl(changed(sound, (invoice) => (invoice.totals.payable = "1.00")));
  const result = checkInvoice(wrong);
  assert.deepEqual(
    result.errors.map((error) => [error.rule, error.path]),
    [["BR-CO-16", "totals.payable"]],
  );
  assert.equal(result.totals?.payable, sound.totals?.payable);
});

test("every implemented rule has a failing sample", () => {
  assert.deepEqual(
    implementedRules.filter((rule) => !tested.has(rule)),
    [],
  );
});

test("every rule speaks both languages", () => {
  for (const rule of implementedRules) {
    const [english, french] = [messageOf(rule, {}, "en"), messageOf(rule, {}, "fr")];
    assert.notEqual(english, french, rule);
    assert.doesNotMatch(english, /is broken/);
  }
});
