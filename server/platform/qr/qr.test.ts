import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import qrcode from "qrcode";
import { formatIban, readIban } from "./iban.ts";
import { paymentQr, transferPayload } from "./payment-qr.ts";
import { qrSvg } from "./qr-svg.ts";

const transfer = {
  name: "Océane Télécom",
  iban: "FR14 2004 1010 0505 0001 3M02 606",
  bic: "PSSTFRPPMAR",
  minor: 1_659_394n,
  text: "FAC-2026-00042",
};

test("writes the lines of the guideline, the amount exact", () => {
  assert.equal(
    transferPayload(transfer),
    "BCD\n002\n1\nSCT\nPSSTFRPPMAR\nOcéane Télécom\nFR1420041010050500013M02606\nEUR16593.94\n\n\nFAC-2026-00042",
  );
  const { bic: _bic, text: _text, ...bare } = transfer;
  assert.equal(transferPayload(bare), "BCD\n002\n1\nSCT\n\nOcéane Télécom\nFR1420041010050500013M02606\nEUR16593.94");
});

test("says the same as another implementation", () => {
  const peer = createRequire(import.meta.url)("sepa-payment-qr-code") as (request: object) => string;
  const { minor: _minor, text, ...same } = transfer;
  assert.equal(transferPayload(transfer), peer({ ...same, amount: 16_593.94, unstructuredReference: text }).trimEnd());
});

test("refuses what no bank would take", () => {
  assert.throws(() => transferPayload({ ...transfer, iban: "FR14 2004 1010 0505 0001 3M02 607" }), /IBAN/);
  assert.throws(() => transferPayload({ ...transfer, minor: 0n }), /amount/);
  assert.throws(() => transferPayload({ ...transfer, name: "n".repeat(71) }), /name/);
  assert.throws(() => transferPayload({ ...transfer, reference: "RF18539007547034" }), /not both/);
  assert.throws(() => transferPayload({ ...transfer, text: "two\nlines" }), /line break/);
});

test("draws every module of the code and a quiet zone", () => {
  const svg = paymentQr(transfer, 'Pay "now" <by> transfer');
  assert.match(svg, /aria-label="Pay &#34;now&#34; &#60;by&#62; transfer"/);
  const { modules } = qrcode.create(transferPayload(transfer), { errorCorrectionLevel: "M" });
  assert.match(svg, new RegExp(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`));
  const drawn = new Set<string>();
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let step = 0; step < Number(run); step++) drawn.add(`${Number(x) + step - 4},${Number(y) - 4}`);
  }
  const dark = Array.from(
    { length: modules.size ** 2 },
    (_, at) => [at % modules.size, Math.floor(at / modules.size)] as const,
  ).filter(([x, y]) => modules.get(y, x));
  assert.deepEqual([...drawn].sort(), dark.map(([x, y]) => `${x},${y}`).sort());
  assert.throws(() => qrSvg("x".repeat(3000), "too long"));
});

test("knows a right IBAN from a wrong one", () => {
  assert.equal(readIban("be71 0961 2345 6769"), "BE71096123456769");
  assert.equal(readIban("BE71 0961 2345 6768"), undefined);
  assert.equal(readIban("FR14 2004 1010 0505 0001 3M02 60"), undefined);
  assert.equal(formatIban("BE71096123456769"), "BE71\u00a00961\u00a02345\u00a06769");
});
