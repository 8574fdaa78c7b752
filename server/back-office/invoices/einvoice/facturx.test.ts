import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openDocuments } from "#platform/documents/documents.ts";
import { buildCii } from "./build-cii.ts";
import { buildFacturx, facturxAttachment } from "./build-facturx.ts";
import { checkInvoice } from "./check-invoice.ts";
import { markFacturx, readFacturx } from "./facturx-metadata.ts";
import { withFrenchMentions } from "./french-mentions.ts";
import { EInvoiceError } from "./problem.ts";
import { richInvoice, sampleInvoice } from "./sample-invoice.ts";

const documents = openDocuments();
after(() => documents.close());

test("one file: pages for people, the same invoice for machines, marked as Factur-X", async () => {
  for (const invoice of [sampleInvoice, richInvoice, { ...richInvoice, typeCode: "381" }]) {
    const pdf = await buildFacturx(invoice, { documents });
    const { xml, profile } = readFacturx(pdf);
    assert.equal(profile, "EN 16931");
    assert.equal(xml, buildCii({ ...invoice, specification: "urn:cen.eu:en16931:2017" }));
    assert.deepEqual(checkInvoice(xml).errors, []);
  }
});

test("the same invoice is the same bytes, and marking twice changes nothing", async () => {
  const pdf = await buildFacturx(sampleInvoice, { documents });
  assert.deepEqual(await buildFacturx(sampleInvoice, { documents }), pdf);
  assert.equal(markFacturx(pdf), pdf);
});

test("the French business process stays, Peppol's does not", async () => {
  const french = withFrenchMentions(sampleInvoice, { operations: "services" });
  assert.match(readFacturx(await buildFacturx(french, { documents })).xml, /<ram:ID>S1<\/ram:ID>/);
  assert.doesNotMatch(readFacturx(await buildFacturx(sampleInvoice, { documents })).xml, /peppol/);
});

test("a page of one's own carries the invoice too; a page that is no archive is refused", async () => {
  const { sampleDocument } = await import("#platform/documents/sample-document.ts");
  const page = { template: "platform/documents/templates/sample", data: sampleDocument("en") };
  const own = await buildFacturx(sampleInvoice, { documents, page, locale: "en" });
  assert.ok(readFacturx(own).xml.includes("F-2026-000042"));
  const attachments = [facturxAttachment(buildCii(sampleInvoice))];
  const plain = await documents.render(page.template, page.data, { locale: "en", createdAt: new Date(0), attachments });
  assert.throws(() => markFacturx(plain.bytes), /PDF\/A-3/);
  assert.throws(() => readFacturx(plain.bytes), EInvoiceError);
});

test("what is not a PDF, or not ours, says so", () => {
  assert.throws(() => readFacturx(new TextEncoder().encode("hello")), /cannot be read/);
  assert.throws(() => readFacturx(new TextEncoder().encode("%PDF-1.7\nstartxref\n9\n%%EOF\n")), /cannot be read/);
});

test("an invoice that breaks a rule is not printed", async () => {
  const { seller: _seller, ...orphan } = sampleInvoice;
  await assert.rejects(
    buildFacturx(orphan, { documents }),
    (error) => error instanceof EInvoiceError && error.problems.some((each) => each.rule === "BR-06"),
  );
});
