import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { buildUbl } from "./einvoice/build-ubl.ts";
import { sampleInvoice } from "./einvoice/sample-invoice.ts";
import { einvoiceCommand } from "./einvoice-command.ts";

/** Runs the command on files in memory. */
async function run(args: string[], files: Record<string, string> = {}, binary?: Record<string, Uint8Array>) {
  const written: Record<string, Uint8Array | string> = {};
  const out: string[] = [];
  const err: string[] = [];
  const code = await einvoiceCommand.run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    readFile: async (path) => files[path] ?? Promise.reject(new Error(`no such file: ${path}`)),
    ...(binary ? { readBytes: async (path: string) => binary[path]! } : {}),
    writeFile: async (path, data) => {
      written[path] = data;
    },
  });
  return { code, out, err, written };
}

const json = JSON.stringify(sampleInvoice);
const handbook = new URL("../../../docs/engines/einvoice.md", import.meta.url);
const xml = buildUbl(sampleInvoice);

test("check says valid, or what is wrong and where, as one JSON object", async () => {
  const good = await run(["check", "a.xml", "--json"], { "a.xml": xml });
  assert.equal(good.code, 0);
  assert.equal(good.out.length, 1);
  assert.deepEqual([JSON.parse(good.out[0]!).valid, JSON.parse(good.out[0]!).totals.payable], [true, "340.57"]);
  const bad = await run(["check", "--json", "a.xml"], { "a.xml": xml.replaceAll(">340.57<", ">340.58<") });
  assert.equal(bad.code, 1);
  assert.deepEqual(JSON.parse(bad.out[0]!).errors, [
    { rule: "BR-CO-15", path: "totals.withVat", message: "Total with VAT (BT-112): expected 340.57, found 340.58." },
  ]);
  const french = await run(["check", "a.xml", "--lang", "fr"], { "a.xml": xml.replaceAll(">340.57<", ">340.58<") });
  assert.match(french.out[0]!, /attendu 340\.57, trouvé 340\.58/);
  assert.equal((await run(["check", "b.xml", "--json"])).code, 1);
});

test("any encoding the document declares is read, one that is none of ours in its namespace is not", async () => {
  const utf16 = Buffer.from(`\ufeff${xml.replace("UTF-8", "UTF-16")}`, "utf16le");
  const latin = Buffer.from(xml.replace("UTF-8", "ISO-8859-1"), "latin1");
  for (const bytes of [utf16, latin]) assert.equal((await run(["check", "a.xml"], {}, { "a.xml": bytes })).code, 0);
  const message = async (text: string) => {
    const { code, out } = await run(["check", "a.xml", "--json"], { "a.xml": text });
    assert.equal(code, 1);
    return (JSON.parse(out[0]!) as { errors: { rule: string; message: string }[] }).errors.map((error) => error.message).join();
  };
  assert.match(await message(xml.replace(/ xmlns="[^"]*"/, "")), /namespace of Invoice is none, not "urn:oasis/);
  assert.match(await message(xml.replace("Invoice-2", "Invoice-3")), /is "urn:[^"]*Invoice-3"/);
  assert.match(await message(xml.slice(0, xml.indexOf("</cac:Party>"))), /line \d+: it ends while <cac:Party> is open/);
  const { out } = await run(["build", "a.json", "--format", "ubl", "--out", "o.xml", "--json"], { "a.json": '{"a":\n x}' });
  assert.match(out[0]!, /not JSON, line 2, column 2: a value is due, not x/);
});

test("what owes no VAT is told so, not what its rate would make", async () => {
  const [line] = sampleInvoice.lines!;
  const reverse = { ...sampleInvoice, lines: [{ ...line!, vat: { category: "AE", rate: "20" } }] };
  const { out } = await run(["build", "a.json", "--format", "ubl", "--out", "o.xml", "--json"], {
    "a.json": JSON.stringify(reverse),
  });
  const { errors } = JSON.parse(out[0]!) as { errors: { rule: string; message: string }[] };
  assert.match(errors.find(({ rule }) => rule === "BR-AE-09")!.message, /expected 0\.00, found/);
});

test("build writes each format, and what it writes passes the check", async () => {
  for (const format of ["ubl", "cii"]) {
    const built = await run(["build", "a.json", "--format", format, "--out", "o.xml", "--json"], { "a.json": json });
    assert.equal(built.code, 0);
    assert.equal(JSON.parse(built.out[0]!).totals.payable, "340.57");
    assert.equal((await run(["check", "o.xml"], { "o.xml": built.written["o.xml"] as string })).code, 0);
  }
  const pdf = await run(["build", "a.json", "--format", "facturx", "--out", "o.pdf"], { "a.json": json });
  assert.equal(pdf.code, 0);
  const checked = await run(["check", "o.pdf", "--json"], {}, { "o.pdf": pdf.written["o.pdf"] as Uint8Array });
  assert.deepEqual([checked.code, JSON.parse(checked.out[0]!).totals.payable], [0, "340.57"]);
  const plain = await run(["check", "o.pdf", "--json"], {}, { "o.pdf": Buffer.from("%PDF-1.7\n") });
  assert.deepEqual([plain.code, JSON.parse(plain.out[0]!).errors[0].rule], [1, "FILE"]);
  assert.match(Buffer.from(pdf.written["o.pdf"] as Uint8Array).toString("latin1"), /^%PDF-[\s\S]*<fx:ConformanceLevel>EN 16931</);
});

test("build refuses bad input, names the place and writes nothing", async () => {
  const cases: [string, RegExp][] = [
    ["{", /FILE/],
    [JSON.stringify({ ...sampleInvoice, curency: "EUR" }), /curency/],
    [
      JSON.stringify({ ...sampleInvoice, lines: [{ ...sampleInvoice.lines![0], quantity: 1.5 }] }),
      /lines\[0\]\.quantity.*decimal/,
    ],
    [JSON.stringify({ ...sampleInvoice, issueDate: "22/11/2026" }), /issueDate.*2026-11-22/],
    [JSON.stringify({ ...sampleInvoice, buyer: undefined }), /BR-07/],
    [JSON.stringify({ ...sampleInvoice, totals: { payable: "1.00" } }), /BR-CO-16.*expected 340\.57, found 1\.00/],
  ];
  for (const [text, message] of cases) {
    const { code, err, written } = await run(["build", "a.json", "--format", "ubl", "--out", "o.xml"], { "a.json": text });
    assert.equal(code, 1);
    assert.match(err.join("\n"), message);
    assert.deepEqual(written, {});
  }
  const { code, out } = await run(["build", "a.json", "--format", "ubl", "--out", "o.xml", "--json"], { "a.json": "{" });
  assert.deepEqual([code, out.length, JSON.parse(out[0]!).built], [1, 1, false]);
});

test("the example of the handbook is right", async () => {
  const text = await readFile(handbook, "utf8");
  const example = /```json\n([\s\S]*?)```/.exec(text)![1]!;
  const { code, out } = await run(["build", "a.json", "--format", "ubl", "--out", "o.xml", "--json"], { "a.json": example });
  assert.equal(code, 0, out.join(""));
  // 155.00 + (7.41 - 0.37) - 20.00 at 20 %, 0.15 exempt, 50.00 prepaid
  assert.deepEqual(JSON.parse(out[0]!).totals, {
    lineTotal: "162.19",
    allowanceTotal: "20.00",
    chargeTotal: "0.00",
    withoutVat: "142.19",
    vat: "28.41",
    withVat: "170.60",
    prepaid: "50.00",
    rounding: "0.00",
    payable: "120.60",
    vatBreakdown: [
      { category: "S", rate: "20", taxableAmount: "142.04", taxAmount: "28.41" },
      { category: "E", rate: "0", taxableAmount: "0.15", taxAmount: "0.00" },
    ],
  });
});

test("wrong use shows the usage", async () => {
  for (const args of [
    [],
    ["check"],
    ["build", "a.json"],
    ["build", "a.json", "--format", "edifact", "--out", "o"],
    ["check", "a", "b"],
    ["sign", "a"],
  ])
    assert.equal((await run(args, { "a.json": json })).code, 2, args.join(" "));
});
