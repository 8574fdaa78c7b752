import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Refusal } from "../errors.ts";
import { openDocuments } from "./documents.ts";
import { sampleDocument } from "./sample-document.ts";

const sample = "platform/documents/templates/sample";
const createdAt = new Date("2026-11-21T10:00:00Z");
const documents = openDocuments();
const root = await mkdtemp(join(tmpdir(), "throughline-templates-"));
after(async () => {
  await documents.close();
  await rm(root, { recursive: true, force: true });
});
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

test("the same data and date give the same bytes, other data other bytes", async () => {
  const first = await documents.render(sample, sampleDocument("fr"), { locale: "fr", createdAt });
  assert.equal(first.pages, 1);
  assert.match(latin1(first.bytes), /^%PDF-1\.7/);
  assert.ok(first.bytes.length > 10_000);
  const other = openDocuments();
  try {
    const again = await other.render(sample, sampleDocument("fr"), { locale: "fr", createdAt });
    assert.equal(again.sha256, first.sha256, "from another thread too");
    const english = await other.render(sample, sampleDocument("en"), { locale: "en", createdAt });
    assert.notEqual(english.sha256, first.sha256);
  } finally {
    await other.close();
  }
});

test("a long document flows over pages", async () => {
  const { pages } = await documents.render(sample, sampleDocument("en", 20), { locale: "en", createdAt });
  assert.ok(pages >= 3, `${pages} pages`);
});

test("an archive document carries its attachment, named, typed and related", async () => {
  const xml = Buffer.from("<Invoice/>");
  const attachment = { name: "factur-x.xml", bytes: xml, mime: "text/xml", relationship: "alternative" as const };
  const { bytes } = await documents.render(sample, sampleDocument("fr"), {
    locale: "fr",
    createdAt,
    pdfStandard: "a-3b",
    attachments: [attachment],
  });
  const text = latin1(bytes);
  assert.match(text, /<pdfaid:part>3<\/pdfaid:part>/);
  assert.match(text, /<pdfaid:conformance>B<\/pdfaid:conformance>/);
  assert.match(text, /factur-x\.xml/);
  assert.match(text, /\/AFRelationship\s*\/Alternative/);
  const plain = await documents.render(sample, sampleDocument("fr"), { locale: "fr", createdAt });
  assert.doesNotMatch(latin1(plain.bytes), /factur-x/, "nothing stays for the next document");
  await assert.rejects(
    documents.render(sample, sampleDocument("fr"), { locale: "fr", createdAt, pdfStandard: "a-2b", attachments: [attachment] }),
    /a-3b or plain/,
  );
});

test("an archive document carries metadata of one's own, and its cross-references stay true", async () => {
  const xmp = {
    name: "Sample schema",
    namespace: "urn:sample:1p0#",
    prefix: "sx",
    properties: [{ name: "DocumentFileName", value: "été & co.xml", description: "Name of the file inside" }],
  };
  const options = { locale: "fr", createdAt, pdfStandard: "a-3b" } as const;
  const plain = await documents.render(sample, sampleDocument("fr"), options);
  const { bytes } = await documents.render(sample, sampleDocument("fr"), { ...options, xmp });
  assert.deepEqual(
    Buffer.from(bytes.subarray(0, plain.bytes.length)),
    Buffer.from(plain.bytes),
    "the document itself is untouched",
  );
  const text = latin1(bytes);
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  const entry = /^xref\n(\d+) 1\n(\d{10}) 00000 n \ntrailer/.exec(text.slice(table))!;
  const updated = text.slice(Number(entry[2]));
  assert.ok(updated.startsWith(`${entry[1]} 0 obj`));
  const length = Number(/\/Length (\d+)/.exec(updated)![1]);
  const stream = updated.slice(updated.indexOf("stream\n") + 7);
  assert.equal(stream.slice(length, length + 10), "\nendstream");
  const metadata = Buffer.from(stream.slice(0, length), "latin1").toString("utf8");
  assert.match(metadata, /<sx:DocumentFileName>été &#38; co\.xml<\/sx:DocumentFileName>/);
  assert.match(metadata, /<pdfaSchema:prefix>sx<\/pdfaSchema:prefix>/);
  await assert.rejects(
    documents.render(sample, sampleDocument("fr"), { locale: "fr", createdAt, xmp }),
    /not an archive document|no plain metadata/,
  );
});

test("a document for screen readers keeps to PDF/UA-1", async () => {
  const { bytes } = await documents.render(sample, sampleDocument("en"), { locale: "en", createdAt, pdfStandard: "ua-1" });
  assert.match(latin1(bytes), /<pdfuaid:part>1<\/pdfuaid:part>/);
});

test("a logo replaces the brand's name", async () => {
  const logo = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0a7"/></svg>',
  );
  const data = sampleDocument("en");
  const branded = { ...data, brand: { ...data.brand, logo: "/assets/logo.svg" } };
  const { pages } = await documents.render(sample, branded, { locale: "en", createdAt, assets: { "logo.svg": logo } });
  assert.equal(pages, 1);
  await assert.rejects(documents.render(sample, branded, { locale: "en", createdAt }), /logo\.svg/, "said when it is missing");
});

test("a failing template says why, and the next document is made all the same", async () => {
  await assert.rejects(
    documents.render("platform/documents/templates/none", {}, { locale: "en", createdAt }),
    /templates\/none failed: .*not found/,
  );
  await assert.rejects(documents.render(sample, {}, { locale: "en", createdAt }), /failed: .*brand/);
  await assert.rejects(documents.render("../../etc/passwd", {}, { locale: "en", createdAt }), RangeError);
  assert.equal((await documents.render(sample, sampleDocument("en"), { locale: "en", createdAt })).pages, 1);
});

test("a document that takes too long is given up, and those behind it are made", async () => {
  await writeFile(join(root, "slow.typ"), "#let n = 0\n#for i in range(3500) { for j in range(3500) { n = n + j } }\n#n");
  await writeFile(join(root, "quick.typ"), "ok");
  const strict = openDocuments({ root, timeoutMs: 1200 });
  try {
    await strict.render("quick", 0, { locale: "en", createdAt });
    const slow = strict.render("slow", 0, { locale: "en", createdAt });
    const quick = strict.render("quick", 0, { locale: "en", createdAt });
    await assert.rejects(slow, /slow took longer than 1200 ms/);
    assert.equal((await quick).pages, 1);
  } finally {
    await strict.close();
  }
});

test("the thread is renewed without losing a document, and the queue is bounded", async () => {
  await writeFile(join(root, "count.typ"), "#json(bytes(sys.inputs.data))");
  const small = openDocuments({ root, recycleAfter: 3, maxWaiting: 10 });
  try {
    const all = Array.from({ length: 11 }, async (_, index) => await small.render("count", index, { locale: "en", createdAt }));
    const outcomes = await Promise.allSettled(all);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    assert.equal(refused.length, 1);
    assert.ok(refused[0]?.reason instanceof Refusal && refused[0].reason.code === "documents.busy");
    const hashes = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.sha256] : []));
    assert.equal(new Set(hashes).size, 10);
  } finally {
    await small.close();
  }
  await assert.rejects(small.render("count", 1, { locale: "en", createdAt }), /closed/);
});
