import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { createQuote } from "#cpq/quotes/create-quote.ts";
import { myQuote } from "#cpq/quotes/my-quotes.ts";
import { readDocument } from "#cpq/quotes/read-document.ts";
import { reviseQuote } from "#cpq/quotes/revise-quote.ts";
import { sendQuote } from "#cpq/quotes/send-quote.ts";
import { submitQuote } from "#cpq/quotes/submit-quote.ts";
import { newId } from "#platform/ids.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { consentVersion } from "./consent.ts";
import { mySignature, readCertificate, showSignature } from "./queries.ts";
import { requestSigningCode } from "./request-signing-code.ts";
import { type SignQuote, signQuote } from "./sign-quote.ts";
import { verifySignature } from "./verify-signature.ts";

let t: TestApp;
let customerId: string;
let contactId: string;
before(async () => {
  t = await testApp();
  const made = await createCustomer(t.as("seller"), {
    kind: "company",
    name: atelierMartin.name,
    billingAddress: atelierMartin.address,
    contacts: [lea],
  });
  customerId = made.id;
  contactId = made.contactIds[0]!;
});
after(() => t.close());

const me = () =>
  t.as(
    { kind: "customer", id: contactId, contactId, customerId, level: "link" },
    { origin: { ip: "203.0.113.7", userAgent: "Firefox" } },
  );
const stranger = () => t.as({ kind: "customer", id: newId(), contactId: newId(), customerId: newId(), level: "full" });

async function sentQuote(): Promise<Omit<SignQuote, "code">> {
  const { id: quoteId } = await createQuote(t.as("seller"), {
    customerId,
    contactId,
    lines: ["ROUTER-PRO", "INSTALL", "FIBRE-PRO"].map((sku) => ({ sku, quantity: "1" })),
  });
  await submitQuote(t.as("seller"), { quoteId });
  const { documentSha256 } = await sendQuote(t.as("seller"), { quoteId });
  const mark = { method: "drawn" as const, strokes: [[[10, 90] as const, [200, 40] as const, [300, 120] as const]] };
  return { quoteId, version: 1, documentSha256, name: "Léa Martin", mark, consentVersion };
}
async function codeFor(quoteId: string, version = 1): Promise<string> {
  await requestSigningCode(me(), { quoteId, version });
  await t.drain();
  const { items } = t.app.catcher!.list({ to: lea.email, limit: 20 });
  for (const item of items) {
    const code = /^(\d{6}) est votre code/.exec(item.subject)?.[1];
    if (code) return code;
  }
  throw new Error("no code came");
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("she signs: code, consent, mark, exact bytes; accepted, ordered, certified and checkable by anyone", async () => {
  const offer = await sentQuote();
  const { quoteId, documentSha256 } = offer;
  const code = await codeFor(quoteId);
  const signed = await signQuote(me(), { ...offer, code });
  assert.deepEqual(await signQuote(me(), { ...offer, code }), signed, "signing again answers the same");
  await t.drain();

  const types = await t.eventTypes({ subjectId: quoteId });
  assert.deepEqual(types.slice(-2), ["quote.accepted", "quote.signed"]);
  const event = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("subject_id", "=", quoteId)
    .where("type", "=", "quote.signed")
    .executeTakeFirstOrThrow();
  const data = event.data as {
    lines: { sku: string; netMinor: string; meters: unknown[] }[];
    netMinor: string;
    totalMinor: string;
    deliveryAddress: { city: string };
  };
  assert.deepEqual(
    data.lines.map((line) => [line.sku, line.netMinor, line.meters.length]),
    [
      ["ROUTER-PRO", "18900", 0],
      ["INSTALL", "14900", 0],
      ["FIBRE-PRO", "8900", 1],
    ],
  );
  assert.deepEqual([data.netMinor, data.totalMinor, data.deliveryAddress.city], ["42700", "51240", "Marseille"]);
  const orders = await t.app.db.selectFrom("orders").select("total_minor").where("quote_id", "=", quoteId).execute();
  assert.deepEqual(
    orders.map((order) => order.total_minor),
    [51_240n],
  );
  assert.equal((await myQuote(me(), { quoteId })).status, "accepted");

  const bytes = new Uint8Array(await (await readDocument(me(), { quoteId, version: 1 })).arrayBuffer());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  assert.equal(sha256, documentSha256);
  const { number } = await myQuote(me(), { quoteId });
  const check = await verifySignature(t.as({ kind: "visitor", id: "anyone" }), {
    quoteNumber: number,
    sha256: sha256.toUpperCase(),
  });
  assert.ok(check.valid && check.evidenceIntact);
  assert.equal(check.signedBy, "Léa Martin");
  assert.equal((await verifySignature(t.as(), { quoteNumber: number, sha256: "0".repeat(64) })).valid, false);
  const certificate = await readCertificate(me(), { quoteId });
  assert.equal(
    createHash("sha256")
      .update(new Uint8Array(await certificate.arrayBuffer()))
      .digest("hex"),
    signed.certificateSha256,
  );
  const shown = await showSignature(t.as("seller"), { quoteId });
  assert.deepEqual(
    shown.signed!.evidence.map((row) => row.kind),
    ["opened", "code_sent", "code_confirmed", "consent_given", "marked", "signed"],
  );
  assert.equal(shown.signed!.evidence[0]!.detail["ip"], "203.0.113.7");
  assert.ok((await mySignature(me(), { quoteId })).signed);

  const envelope = await t.app.db
    .selectFrom("signature_envelopes")
    .select("id")
    .where("quote_id", "=", quoteId)
    .executeTakeFirstOrThrow();
  await t.app.db
    .updateTable("signature_evidence")
    .set({ detail: JSON.stringify({ to: "someone@else.example" }) })
    .where("envelope_id", "=", envelope.id)
    .where("kind", "=", "code_sent")
    .execute();
  assert.equal((await verifySignature(t.as(), { quoteNumber: number, sha256 })).valid, false, "a changed record shows");
});

test("a wrong code is counted, five spend it, ten minutes end it, a new one starts again", async () => {
  const offer = await sentQuote();
  await assert.rejects(signQuote(me(), { ...offer, code: "000000" }), /signature.code_expired/, "no code asked yet");
  const code = await codeFor(offer.quoteId);
  for (let tried = 0; tried < 5; tried += 1)
    await assert.rejects(signQuote(me(), { ...offer, code: wrong(code) }), /signature.code_wrong/);
  await assert.rejects(signQuote(me(), { ...offer, code }), /signature.code_spent/);
  const second = await codeFor(offer.quoteId);
  t.clock.advanceMs(10 * 60_000);
  await assert.rejects(signQuote(me(), { ...offer, code: second }), /signature.code_expired/);
  const third = await codeFor(offer.quoteId);
  await signQuote(me(), { ...offer, code: third });
  const kept = await t.app.db.selectFrom("messages").select("content").where("template", "=", "signatures.code").execute();
  assert.ok(
    kept.every((message) => message.content === null),
    "no code stays in the record",
  );
  const other = await sentQuote();
  for (let asked = 0; asked < 5; asked += 1) await requestSigningCode(me(), { quoteId: other.quoteId, version: 1 });
  await assert.rejects(requestSigningCode(me(), { quoteId: other.quoteId, version: 1 }), /signature.too_many_codes/);
});

test("not another document, not an older version, not after its day, not by a stranger, not without an address", async () => {
  const offer = await sentQuote();
  const code = await codeFor(offer.quoteId);
  await assert.rejects(signQuote(me(), { ...offer, code, documentSha256: "0".repeat(64) }), /signature.other_document/);
  await assert.rejects(signQuote(me(), { ...offer, code, consentVersion: "1999-01" }), /signature.consent_changed/);
  for (const attempt of [
    () => signQuote(stranger(), { ...offer, code }),
    () => requestSigningCode(stranger(), { quoteId: offer.quoteId, version: 1 }),
    () => mySignature(stranger(), { quoteId: offer.quoteId }),
    () => readCertificate(stranger(), { quoteId: offer.quoteId }),
    () => signQuote(t.as("seller"), { ...offer, code }),
  ])
    await assert.rejects(attempt(), /not_found/);
  await t.app.db.updateTable("quote_versions").set({ delivery_address: null }).where("quote_id", "=", offer.quoteId).execute();
  await assert.rejects(signQuote(me(), { ...offer, code }), /signature.no_address/);
  await reviseQuote(t.as("seller"), { quoteId: offer.quoteId });
  await assert.rejects(signQuote(me(), { ...offer, code, deliveryAddress: atelierMartin.address }), /quote.newer_version/);
  const late = await sentQuote();
  t.clock.advanceMs(31 * 24 * 3_600_000);
  await assert.rejects(requestSigningCode(me(), { quoteId: late.quoteId, version: 1 }), /quote.past_validity/);
});
