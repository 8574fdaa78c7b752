import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { grantApproval, refuseApproval } from "#cpq/approvals/decide-approval.ts";
import { listApprovals } from "#cpq/approvals/queries.ts";
import { append } from "#events/append.ts";
import { sha256Hex } from "#platform/files/file-key.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { commentOnQuote, declineQuote, noteQuoteView } from "./answer-quote.ts";
import { addQuoteLine, changeQuoteLine, removeQuoteLine } from "./change-lines.ts";
import { changeTerms } from "./change-terms.ts";
import { createQuote } from "./create-quote.ts";
import { myQuote, myQuotes } from "./my-quotes.ts";
import { listQuotes, showQuote, whyPrice } from "./queries.ts";
import { readDocument } from "./read-document.ts";
import { reopenQuote, reviseQuote } from "./revise-quote.ts";
import { sendQuote } from "./send-quote.ts";
import { submitQuote } from "./submit-quote.ts";

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

const me = () => t.as({ kind: "customer", id: contactId, contactId, customerId, level: "link" });
const stranger = () => t.as({ kind: "customer", id: newId(), contactId: newId(), customerId: newId(), level: "full" });
const storyLines = [
  { sku: "ROUTER-PRO", quantity: "1" },
  { sku: "INSTALL", quantity: "1" },
  { sku: "FIBRE-PRO", quantity: "1" },
];
const draft = async (lines = storyLines) =>
  (await createQuote(t.as("seller"), { customerId, contactId, summary: "Fibre et Wi-Fi", lines })).id;
const show = (quoteId: string) => showQuote(t.as("seller"), { quoteId });
const lineOf = async (quoteId: string, sku: string) => (await show(quoteId)).offer.lines.find((line) => line.sku === sku)!;

test("a basket asked to be quoted becomes one draft on the customer's open deal, with known sums", async () => {
  const basketId = newId();
  const request = () =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "quote.requested", {
        subjectId: basketId,
        customerId,
        contactId,
        data: {
          basketId,
          summary: "Fibre Pro et routeur",
          lines: storyLines.map((line) => ({ ...line, characteristics: {} })),
          locale: "fr",
        },
      }),
    );
  await request();
  await t.drain();
  await request();
  await t.drain();
  const { rows } = await listQuotes(t.as("seller"), { limit: 50, customerId });
  assert.equal(rows.length, 1);
  const quote = await show(rows[0]!.id);
  assert.match(quote.number, /^DEV-2026-\d{5}$/);
  assert.deepEqual([quote.netMinor, quote.taxMinor, quote.totalMinor], [42_700n, 8_540n, 51_240n]);
  assert.equal(quote.contractMinor, 18_900n + 14_900n + 12n * 8_900n);
  assert.equal(quote.offer.oneOffMinor, 33_800n);
  assert.deepEqual(quote.offer.recurring, [{ everyMonths: 1, netMinor: 8_900n }]);
  assert.equal(quote.offer.leadTimeDays, 7);
  assert.equal(quote.offer.expectedOn, "2026-03-09");
  assert.ok(quote.opportunityId);
  const link = await t.app.db.selectFrom("opportunity_quotes").selectAll().where("quote_id", "=", quote.id).execute();
  assert.equal(link.length, 1);
  const causes = await t.app.db
    .selectFrom("events")
    .select(["type", "correlation_id"])
    .where("customer_id", "=", customerId)
    .where("type", "in", ["quote.requested", "quote.drafted"])
    .orderBy("position")
    .execute();
  assert.equal(causes[0]!.correlation_id, causes[1]!.correlation_id, "the draft follows from the basket");
});

test("every change is priced again, and every price says why", async () => {
  const quoteId = await draft();
  const router = await lineOf(quoteId, "ROUTER-PRO");
  await changeQuoteLine(t.as("seller"), { quoteId, lineId: router.id, discountPercent: "12" });
  let quote = await show(quoteId);
  assert.deepEqual([quote.netMinor, quote.taxMinor, quote.totalMinor], [40_432n, 8_086n, 48_518n]);
  const why = await whyPrice(t.as("seller"), { quoteId, lineId: router.id });
  assert.ok(why.intact);
  assert.deepEqual([why.list, why.net, why.discountPercent], ["189.00", "166.32", "12.00"]);
  await changeQuoteLine(t.as("seller"), { quoteId, lineId: router.id, quantity: "3" });
  const { lineId } = await addQuoteLine(t.as("seller"), { quoteId, sku: "WIFI-AP", quantity: "2" });
  quote = await show(quoteId);
  assert.equal(quote.netMinor, 49_896n + 14_900n + 8_900n + 49_980n);
  await removeQuoteLine(t.as("seller"), { quoteId, lineId });
  await changeTerms(t.as("seller"), { quoteId, headerDiscountPercent: "5" });
  quote = await show(quoteId);
  assert.equal(quote.netMinor, 70_011n, "737.0 (3 x 166.32 + 149 + 89 = 736.96) less 5 %");
  assert.equal(
    quote.offer.lines.reduce((sum, line) => sum + line.netMinor, 0n),
    quote.netMinor,
  );
  const kept = await t.app.db
    .selectFrom("quote_versions")
    .select(["price_case", "price_hash"])
    .where("quote_id", "=", quoteId)
    .executeTakeFirstOrThrow();
  assert.ok(kept.price_hash);
  assert.ok(kept.price_case);
  await assert.rejects(addQuoteLine(t.as("seller"), { quoteId, sku: "NOTHING", quantity: "1" }), /pricing.not_sold/);
  await assert.rejects(changeQuoteLine(t.as("seller"), { quoteId, lineId: newId(), quantity: "1" }), /not_found/);
});

test("up to 10 % needs nobody; 12 % asks the sales manager, says what would avoid it, and comes back when refused", async () => {
  const quoteId = await draft();
  const router = await lineOf(quoteId, "ROUTER-PRO");
  const give = (discountPercent: string) => changeQuoteLine(t.as("seller"), { quoteId, lineId: router.id, discountPercent });
  await give("10");
  assert.deepEqual((await show(quoteId)).approval.roles, []);
  await give("12");
  const { approval } = await show(quoteId);
  assert.deepEqual(approval.roles, ["sales_manager"]);
  assert.match(approval.counterfactual!.en, /With 2 points less discount on “Wi-Fi 6 Pro router” \(10%\), no approval is needed/);
  assert.match(approval.counterfactual!.fr, /2 points? .*Routeur Wi-Fi 6 Pro.*aucune validation/);
  assert.equal((await submitQuote(t.as("seller"), { quoteId })).status, "in_approval");
  assert.equal((await submitQuote(t.as("seller"), { quoteId })).status, "in_approval", "asking twice is asking once");
  await assert.rejects(give("5"), /quote.not_draft/);
  await assert.rejects(sendQuote(t.as("seller"), { quoteId }), /quote.not_ready/);
  const [asked] = (await listApprovals(t.as("sales_manager"), { limit: 50, mine: true })).rows.filter(
    (row) => row.quoteId === quoteId,
  );
  await refuseApproval(t.as("sales_manager"), { approvalId: asked!.id, comment: "10 % suffisent" });
  await t.drain();
  assert.equal((await show(quoteId)).status, "draft");
  await submitQuote(t.as("seller"), { quoteId });
  const [again] = (await listApprovals(t.as("sales_manager"), { limit: 50, mine: true })).rows.filter(
    (row) => row.quoteId === quoteId,
  );
  await grantApproval(t.as("sales_manager"), { approvalId: again!.id });
  await t.drain();
  assert.equal((await show(quoteId)).status, "ready");
  assert.deepEqual((await t.eventTypes({ customerId })).filter((type) => type.startsWith("approval.")).slice(-4), [
    "approval.requested",
    "approval.refused",
    "approval.requested",
    "approval.granted",
  ]);
  await reopenQuote(t.as("seller"), { quoteId });
  await give("11");
  assert.equal((await submitQuote(t.as("seller"), { quoteId })).status, "ready", "what was agreed at 12 % holds at 11 %");
  await reopenQuote(t.as("seller"), { quoteId });
  await give("26");
  assert.deepEqual((await show(quoteId)).approval.roles.sort(), ["admin", "sales_manager"]);
  await submitQuote(t.as("seller"), { quoteId });
  await reopenQuote(t.as("seller"), { quoteId });
  assert.equal(
    (await listApprovals(t.as("admin"), { limit: 50, mine: true })).rows.filter((row) => row.quoteId === quoteId).length,
    0,
  );
  await give("12");
  assert.equal(
    (await submitQuote(t.as("sales_manager"), { quoteId })).status,
    "ready",
    "a manager may within their own authority",
  );
});

test("sent once: a PDF that is kept and hashed, a mail with a link; then the version never changes", async () => {
  const quoteId = await draft();
  await assert.rejects(sendQuote(t.as("seller"), { quoteId }), /quote.not_ready/);
  await submitQuote(t.as("seller"), { quoteId });
  await assert.rejects(sendQuote(t.as("seller"), { quoteId, validUntil: "2026-03-01" }), /quote.day_past/);
  const { documentSha256 } = await sendQuote(t.as("seller"), { quoteId });
  assert.deepEqual(await sendQuote(t.as("seller"), { quoteId }), { id: quoteId, documentSha256 });
  const file = await readDocument(me(), { quoteId, version: 1 });
  assert.equal(sha256Hex(new Uint8Array(await file.arrayBuffer())), documentSha256);
  assert.match(file.name, /^DEV-2026-\d{5}-v1\.pdf$/);
  await t.drain();
  const [mail] = t.app.catcher!.list({ to: lea.email, limit: 1 }).items;
  assert.match(mail!.subject, /^Votre devis DEV-2026-/);
  const text = (await t.app.catcher!.get(mail!.id))!.text;
  assert.match(text, /512,40/);
  assert.match(text, /\/p\/l\//);
  await assert.rejects(addQuoteLine(t.as("seller"), { quoteId, sku: "WIFI-AP", quantity: "1" }), /quote.not_draft/);
  await assert.rejects(reopenQuote(t.as("seller"), { quoteId }), /quote.revise_instead/);
  assert.equal((await t.eventTypes({ subjectId: quoteId })).filter((type) => type === "quote.sent").length, 1);
});

test("the customer looks, asks for a change, and gets version 2; the first can no longer change or count", async () => {
  const quoteId = await draft();
  await assert.rejects(noteQuoteView(me(), { quoteId }), /not_found/);
  assert.equal((await myQuote(me(), { quoteId })).offer, null, "nothing is shown before it is sent");
  await submitQuote(t.as("seller"), { quoteId });
  await sendQuote(t.as("seller"), { quoteId });
  await noteQuoteView(me(), { quoteId });
  await noteQuoteView(me(), { quoteId });
  t.clock.advanceMs(24 * 3_600_000);
  await noteQuoteView(me(), { quoteId });
  await commentOnQuote(me(), { quoteId, comment: "Peut-on ajouter une borne ?", asksChange: true });
  await commentOnQuote(t.as("seller"), { quoteId, comment: "Bien sûr." });
  await t.drain();
  const { version } = await reviseQuote(t.as("seller"), { quoteId });
  assert.equal(version, 2);
  const seen = await myQuote(me(), { quoteId });
  assert.equal(seen.status, "preparing");
  assert.equal(seen.offer!.version, 1);
  assert.deepEqual(
    seen.comments.map((comment) => [comment.by, comment.asksChange]),
    [
      ["customer", true],
      ["staff", false],
    ],
  );
  await addQuoteLine(t.as("seller"), { quoteId, sku: "WIFI-AP", quantity: "1" });
  await submitQuote(t.as("seller"), { quoteId });
  await sendQuote(t.as("seller"), { quoteId });
  const second = await myQuote(me(), { quoteId });
  assert.equal(second.offer!.version, 2);
  assert.equal(second.offer!.netMinor, 42_700n + 24_990n);
  const first = await t.app.db
    .selectFrom("quote_versions")
    .select("net_minor")
    .where("quote_id", "=", quoteId)
    .where("version", "=", 1)
    .executeTakeFirstOrThrow();
  assert.equal(first.net_minor, 42_700n);
  assert.deepEqual((await t.eventTypes({ subjectId: quoteId })).slice(1), [
    "quote.sent",
    "quote.viewed",
    "quote.viewed",
    "quote.commented",
    "quote.commented",
    "quote.revised",
    "quote.sent",
  ]);
});

test("declined once with its reason, expired by time, revised back to life", async () => {
  const quoteId = await draft();
  await assert.rejects(declineQuote(me(), { quoteId, reason: "Trop tôt" }), /quote.not_open/);
  await submitQuote(t.as("seller"), { quoteId });
  await sendQuote(t.as("seller"), { quoteId });
  await declineQuote(me(), { quoteId, reason: "Trop cher" });
  await declineQuote(me(), { quoteId, reason: "Trop cher" });
  assert.equal((await show(quoteId)).declineReason, "Trop cher");
  await reviseQuote(t.as("seller"), { quoteId });
  await submitQuote(t.as("seller"), { quoteId });
  await sendQuote(t.as("seller"), { quoteId });
  t.clock.advanceMs(31 * 24 * 3_600_000);
  await t.runTimed("quotes/expire");
  await t.runTimed("quotes/expire");
  assert.equal((await show(quoteId)).status, "expired");
  const types = await t.eventTypes({ subjectId: quoteId });
  assert.equal(types.filter((type) => type === "quote.expired").length, 1);
  assert.equal(types.filter((type) => type === "quote.declined").length, 1);
});

test("a stranger finds nothing, nor does a seller of another team; an empty quote goes nowhere", async () => {
  const quoteId = await draft([]);
  for (const read of [myQuote, showQuote]) await assert.rejects(read(stranger(), { quoteId }), /not_found/);
  await assert.rejects(commentOnQuote(stranger(), { quoteId, comment: "?" }), /not_found/);
  await assert.rejects(declineQuote(stranger(), { quoteId, reason: "?" }), /not_found/);
  await assert.rejects(readDocument(stranger(), { quoteId, version: 1 }), /not_found/);
  await assert.rejects(readDocument(me(), { quoteId, version: 1 }), /not_found/);
  assert.deepEqual((await myQuotes(stranger(), { limit: 50 })).rows, []);
  assert.ok((await myQuotes(me(), { limit: 50 })).rows.length > 0);
  const seller = t.as("seller").actor;
  if (seller.kind !== "staff") throw new Error("a seller is staff");
  const elsewhere = t.as({ ...seller, id: newId(), teamId: newId() });
  await assert.rejects(showQuote(elsewhere, { quoteId }), /not_found/);
  await assert.rejects(submitQuote(elsewhere, { quoteId }), /not_found/);
  await assert.rejects(submitQuote(t.as("seller"), { quoteId }), /quote.empty/);
  await assert.rejects(createQuote(t.as("seller"), { customerId: newId() }), /not_found/);
  await assert.rejects(createQuote(t.as("seller"), { customerId, contactId: newId() }), /quote.contact_elsewhere/);
  await assert.rejects(createQuote(t.as("seller"), { customerId, opportunityId: newId() }), /quote.deal_not_open/);
});
