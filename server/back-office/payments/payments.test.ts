import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { billAccount } from "#back-office/invoices/bill-account.ts";
import { creditInvoice } from "#back-office/invoices/credit-invoice.ts";
import { disputeInvoice } from "#back-office/invoices/dispute-invoice.ts";
import { showInvoice } from "#back-office/invoices/queries.ts";
import { decimalText } from "#platform/money.ts";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { aDeliveredOrder } from "#test/story/delivered-order.ts";
import { allocatePayment } from "./allocate-payment.ts";
import { readCamt053 } from "./camt.ts";
import { importStatement } from "./import-statement.ts";
import { matchEntry, numbersIn } from "./match-entry.ts";
import { confirmCardPayment, startCardPayment } from "./pay-by-card.ts";
import { listPayments, listStatements, myPayments, showPayment, transferDetails } from "./queries.ts";
import { refundPayment } from "./refund-payment.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());
const biller = () => t.as("biller");

async function anInvoice() {
  t.clock.set(new Date("2026-03-02T08:00:00Z"));
  const order = await aDeliveredOrder(t, "2026-03-18");
  t.clock.set(new Date("2026-04-01T06:00:00Z"));
  const { invoiceIds } = await billAccount(biller(), order);
  const invoice = await showInvoice(biller(), { invoiceId: invoiceIds[0]! });
  const me = {
    kind: "customer",
    id: order.contactId,
    contactId: order.contactId,
    customerId: order.customerId,
    level: "link",
  } as const;
  return { invoice, invoiceId: invoice.id, me, customerId: order.customerId };
}
const statusOf = async (invoiceId: string) => {
  const { status, openMinor } = await showInvoice(biller(), { invoiceId });
  return [status, openMinor];
};
const card = (number: string) => ({ number, expiry: "12/28", cvc: "123" });

const entry = (amount: string, text: string, reference: string, iban = "FR7612345678901234567890123") => `
  <Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-07</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>
    <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>ATELIER MARTIN</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct></RltdPties>
    <RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const statement = (id: string, ...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
  <Stmt><Id>${id}</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>${entries.join("")}</Stmt></BkToCstmrStmt></Document>`;

test("a card pays an invoice once, however often it is confirmed; a decline is a fact and another card may be tried", async () => {
  const { invoiceId, invoice, me } = await anInvoice();
  const { intentId, amountMinor } = await startCardPayment(t.as(me), { invoiceId });
  assert.equal(amountMinor, invoice.totalMinor);
  assert.equal((await startCardPayment(t.as(me), { invoiceId })).intentId, intentId);
  await assert.rejects(confirmCardPayment(t.as(me), { intentId, ...card("4242 4242 4242 4241") }), /card_invalid/);
  await assert.rejects(confirmCardPayment(t.as(me), { intentId, ...card("4242424242424242"), expiry: "01/20" }), /card_invalid/);
  const declined = await confirmCardPayment(t.as(me), { intentId, ...card("4000000000000002") });
  assert.deepEqual([declined.status, declined.reason], ["declined", "card_declined"]);
  const paid = await confirmCardPayment(t.as(me), { intentId, ...card("4242 4242 4242 4242") });
  const again = await confirmCardPayment(t.as(me), { intentId, ...card("4242 4242 4242 4242") });
  assert.deepEqual([paid.status, again.paymentId], ["succeeded", paid.paymentId]);
  assert.deepEqual(await statusOf(invoiceId), ["paid", 0n]);
  assert.equal((await myPayments(t.as(me), { limit: 10 })).rows.length, 1);
  await assert.rejects(startCardPayment(t.as(me), { invoiceId }), /nothing_open/);
  const stranger = { ...me, customerId: newId() };
  await assert.rejects(startCardPayment(t.as(stranger), { invoiceId }), /not_found/);
  await assert.rejects(confirmCardPayment(t.as(stranger), { intentId, ...card("4242424242424242") }), /not_found/);
  await assert.rejects(transferDetails(t.as(stranger), { invoiceId }), /not_found/);
  const kept = await t.app.db
    .selectFrom("payments")
    .select("reference")
    .where("id", "=", paid.paymentId!)
    .executeTakeFirstOrThrow();
  assert.match(kept.reference, /4242$/);
  assert.doesNotMatch(kept.reference, /\d{13}/);
});

test("a statement matches by reference, by payer and amount, and lists the rest; taken twice it changes nothing", async () => {
  const first = await anInvoice();
  const second = await anInvoice();
  const amount = decimalText(first.invoice.totalMinor, "EUR");
  const written = first.invoice.number.replaceAll("-", " ").toLowerCase();
  const xml = statement(
    "S1",
    entry(amount, `Reglement ${written}`, "B1"),
    entry("12.00", "sans objet", "B2", "DE02120300000000202051"),
  );
  assert.deepEqual(await importStatement(biller(), { xml }), {
    statements: 1,
    entries: 2,
    known: 0,
    matched: 1,
    unmatched: 1,
    outgoing: 0,
  });
  assert.equal((await importStatement(biller(), { xml })).known, 2);
  const { entries, matched, unmatched } = (await listStatements(biller(), { limit: 200 })).rows.find(
    ({ reference }) => reference === "S1",
  )!;
  assert.deepEqual({ entries, matched, unmatched }, { entries: 2, matched: 1, unmatched: 1 });
  assert.deepEqual(await statusOf(first.invoiceId), ["paid", 0n]);
  // the same payer, without reference: the account of the second invoice has not paid from there yet
  const guess = await importStatement(biller(), {
    xml: statement("S2", entry(amount, "loyer", "B3", "FR7699999678901234567890999")),
  });
  assert.equal(guess.unmatched, 1);
  const { rows } = await listPayments(biller(), { limit: 10, unmatched: true });
  assert.equal(rows.length, 2);
  const open = rows.find((row) => row.amountMinor === first.invoice.totalMinor)!;
  const shown = await showPayment(biller(), { paymentId: open.id });
  assert.equal(shown.suggestions[0]!.invoiceId, second.invoiceId);
  await allocatePayment(biller(), { paymentId: open.id, invoiceId: second.invoiceId });
  await allocatePayment(biller(), { paymentId: open.id, invoiceId: second.invoiceId });
  assert.deepEqual(await statusOf(second.invoiceId), ["paid", 0n]);
  const types = await t.eventTypes({ customerId: second.customerId });
  assert.equal(types.filter((type) => type === "payment.matched").length, 1);
});

test("a part pays a part; two imports of one movement at the same time take it once", async () => {
  const { invoiceId, invoice } = await anInvoice();
  const xml = statement("S3", entry("100.00", invoice.number, "B9"));
  const results = await Promise.all([importStatement(biller(), { xml }), importStatement(biller(), { xml })]);
  assert.deepEqual(
    results.map((result) => result.matched).toSorted((a, b) => a - b),
    [0, 1],
  );
  assert.deepEqual(await statusOf(invoiceId), ["issued", invoice.totalMinor - 10_000n]);
  await assert.rejects(importStatement(biller(), { xml: "<Document/>" }), /statement_unreadable/);
  await assert.rejects(
    importStatement(biller(), { xml: '<!DOCTYPE x [<!ENTITY a "b">]><Document>&a;</Document>' }),
    /statement_unreadable/,
  );
});

test("money that a credit note has freed goes back, and no more", async () => {
  const { invoiceId, invoice, me } = await anInvoice();
  const { intentId } = await startCardPayment(t.as(me), { invoiceId });
  const { paymentId } = await confirmCardPayment(t.as(me), { intentId, ...card("4242424242424242") });
  await assert.rejects(refundPayment(biller(), { paymentId: paymentId!, amountMinor: 1n, reason: "x" }), /refund_too_high/);
  await creditInvoice(biller(), { invoiceId, lines: [{ lineId: invoice.lines[0]!.id, netMinor: 18_900n }], reason: "Retour" });
  assert.deepEqual(await statusOf(invoiceId), ["paid", -22_680n]);
  await assert.rejects(refundPayment(biller(), { paymentId: paymentId!, amountMinor: 22_681n, reason: "x" }), /refund_too_high/);
  await refundPayment(biller(), { paymentId: paymentId!, amountMinor: 22_680n, reason: "Retour du routeur" });
  assert.deepEqual(await statusOf(invoiceId), ["paid", 0n]);
});

test("reminders leave level by level, rest during a dispute, and stop when paid", async () => {
  const { invoiceId, me } = await anInvoice();
  const other = await anInvoice();
  await disputeInvoice(t.as(other.me), { invoiceId: other.invoiceId, reason: "Non" });
  const remindedOn = async (day: string) => {
    t.clock.set(new Date(`${day}T08:00:00Z`));
    await t.runTimed("payments/remind");
    await t.runTimed("payments/remind");
    const rows = await t.app.db
      .selectFrom("reminders")
      .select("level")
      .where("invoice_id", "=", invoiceId)
      .orderBy("level")
      .execute();
    return rows.map((row) => row.level);
  };
  assert.deepEqual(await remindedOn("2026-05-02"), []);
  assert.deepEqual(await remindedOn("2026-05-04"), [1]);
  assert.deepEqual(await remindedOn("2026-05-12"), [1, 2]);
  const { intentId } = await startCardPayment(t.as(me), { invoiceId });
  await confirmCardPayment(t.as(me), { intentId, ...card("4242424242424242") });
  assert.deepEqual(await remindedOn("2026-06-12"), [1, 2]);
  assert.equal(
    (await t.app.db.selectFrom("reminders").select("id").where("invoice_id", "=", other.invoiceId).execute()).length,
    0,
  );
});

test("the transfer code asks for what is open", async () => {
  const { invoiceId, me, invoice } = await anInvoice();
  const details = await transferDetails(t.as(me), { invoiceId });
  assert.deepEqual([details.openMinor, details.reference], [invoice.totalMinor, invoice.number]);
  assert.match(details.qrSvg ?? "", /^<svg/);
});

test("camt.053 of version 02 reads the same: text status, name without Pty, several movements in one entry", () => {
  const old = `<Document><BkToCstmrStmt><Stmt><Id>X</Id><Acct><Id><IBAN>FR761</IBAN></Id></Acct>
    <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-04-07T10:00:00</DtTm></BookgDt><NtryDtls>
      <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">10.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>A</Nm></Dbtr></RltdPties><RmtInf><Strd><CdtrRefInf><Ref>RF18FAC202600012</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
      <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">20.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>
    <Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-04-08</Dt></BookgDt></Ntry>
    <Ntry><Amt Ccy="EUR">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-04-08</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`;
  const [read] = readCamt053(old);
  assert.deepEqual(
    read!.entries.map((each) => [each.amountMinor, each.bookedOn, each.payerName, each.structured]),
    [
      [1_000n, "2026-04-07", "A", "RF18FAC202600012"],
      [2_000n, "2026-04-07", null, null],
      [-500n, "2026-04-08", null, null],
    ],
  );
  assert.equal(new Set(read!.entries.map((each) => each.key)).size, 3);
  assert.deepEqual(numbersIn("RF18FAC202600012", "Facture fac 2026-00013"), ["FAC-2026-00012", "FAC-2026-00013"]);
});

test("several numbers are paid in order; between two invoices alike nothing is guessed", () => {
  const invoice = (n: number, openMinor: bigint) => ({
    id: `i${n}`,
    number: `FAC-2026-0000${n}`,
    customerId: "c",
    currency: "EUR",
    openMinor,
  });
  const base = { currency: "EUR", structured: null, payerIban: "x" };
  const both = matchEntry(
    { ...base, amountMinor: 150n, remittance: "FAC-2026-00001 FAC-2026-00002" },
    [invoice(1, 100n), invoice(2, 100n)],
    [],
  );
  assert.deepEqual(both.how === "reference" && both.parts.map((part) => part.amountMinor), [100n, 50n]);
  const alike = matchEntry({ ...base, amountMinor: 100n, remittance: "" }, [], [invoice(1, 100n), invoice(2, 100n)]);
  assert.deepEqual(alike, { how: "none", why: "ambiguous" });
  const sure = matchEntry({ ...base, amountMinor: 100n, remittance: "" }, [], [invoice(1, 100n), invoice(2, 90n)]);
  assert.equal(sure.how, "payer_and_amount");
});
