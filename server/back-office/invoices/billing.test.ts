import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { recordUsage } from "#back-office/usage/record-usage.ts";
import { changeSubscription } from "#back-office/subscriptions/change-subscription.ts";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea } from "#test/story/cast.ts";
import { aDeliveredOrder, anAccount, deliver, signedOrder } from "#test/story/delivered-order.ts";
import { creditInvoice } from "./credit-invoice.ts";
import { disputeInvoice, settleDispute } from "./dispute-invoice.ts";
import { checkInvoice } from "./einvoice/check-invoice.ts";
import { readFacturx } from "./einvoice/facturx-metadata.ts";
import { previewInvoice } from "./preview-invoice.ts";
import { listInvoices, listRuns, myInvoices, readDocument, showInvoice } from "./queries.ts";
import { billAccount } from "./bill-account.ts";
import { runBilling } from "./run-billing.ts";
import { viewInvoice } from "./view-invoice.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());
const at = (iso: string) => t.clock.set(new Date(iso));
const biller = () => t.as("biller");
const subscriptionOf = async (customerId: string) =>
  (await t.app.db.selectFrom("subscriptions").select("id").where("customer_id", "=", customerId).executeTakeFirstOrThrow()).id;
const use = (subscriptionId: string, sourceId: string, quantity: string, happened: string) =>
  recordUsage(biller(), {
    records: [{ source: "switch", sourceId, subscriptionId, meter: "minutes", quantity, at: new Date(happened) }],
  });
const invoicesOf = async (customerId: string) => (await listInvoices(biller(), { limit: 50, customerId })).rows;

test("one combined invoice: router, installation, prorated fibre, minutes beyond 200, VAT once; then nothing more", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  const subscriptionId = await subscriptionOf(customerId);
  at("2026-03-30T08:00:00Z");
  await use(subscriptionId, "cdr-1", "250", "2026-03-20T09:00:00Z");
  await use(subscriptionId, "cdr-1", "250", "2026-03-20T09:00:00Z");
  await use(subscriptionId, "cdr-2", "7.5", "2026-03-19T09:00:00Z");
  at("2026-04-01T06:00:00Z");
  const preview = await previewInvoice(biller(), { customerId, asOf: "2026-04-01" });
  const { invoiceIds } = await billAccount(biller(), { customerId });
  assert.equal(invoiceIds.length, 1);
  const invoice = await showInvoice(t.as("biller", { locale: "fr" }), { invoiceId: invoiceIds[0]! });
  assert.deepEqual(
    invoice.lines.map((line) => [line.kind, line.netMinor, line.serviceFrom, line.serviceTo]),
    [
      ["one_off", 18_900n, "2026-03-18", "2026-03-18"],
      ["service", 14_900n, "2026-03-18", "2026-03-18"],
      ["recurring", 4_019n, "2026-03-18", "2026-03-31"],
      ["recurring", 8_900n, "2026-04-01", "2026-04-30"],
      ["usage", 288n, "2026-03-18", "2026-03-31"],
    ],
  );
  assert.deepEqual([invoice.netMinor, invoice.taxMinor, invoice.totalMinor], [47_007n, 9_401n, 56_408n]);
  assert.match(invoice.number, /^FAC-2026-\d{5}$/);
  assert.deepEqual([preview.documents[0]!.netMinor, preview.documents[0]!.totalMinor], [invoice.netMinor, invoice.totalMinor]);
  const minutes = invoice.lines.at(-1)!;
  assert.equal(minutes.quantity, "57.5");
  assert.ok(minutes.explanation.some((step) => step.label === "Consommation relevée" && step.value === "257,5"));
  assert.ok(invoice.lines[2]!.explanation.some((step) => step.label === "Part de la période servie"));
  assert.deepEqual((await billAccount(biller(), { customerId })).invoiceIds, []);
  assert.deepEqual((await runBilling(biller(), { customerId, asOf: "2026-04-15" })).invoiceIds, []);
});

test("a late record is billed as a correction of its month, and late usage within the included units changes nothing", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  const subscriptionId = await subscriptionOf(customerId);
  await use(subscriptionId, "late-1", "190", "2026-03-18T10:00:00Z");
  at("2026-04-01T06:00:00Z");
  await billAccount(biller(), { customerId });
  at("2026-04-12T06:00:00Z");
  await use(subscriptionId, "late-2", "10", "2026-03-25T10:00:00Z");
  assert.deepEqual((await billAccount(biller(), { customerId })).invoiceIds, []);
  await use(subscriptionId, "late-3", "40", "2026-03-25T10:00:00Z");
  const { invoiceIds } = await billAccount(biller(), { customerId });
  const { lines } = await showInvoice(biller(), { invoiceId: invoiceIds[0]! });
  assert.deepEqual(
    lines.map((line) => [line.kind, line.netMinor, line.serviceFrom, line.serviceTo]),
    [["correction", 200n, "2026-03-18", "2026-03-31"]],
  );
});

test("a change in the middle of a month gives the rest back and charges the new; an end gives a credit note", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  const subscriptionId = await subscriptionOf(customerId);
  at("2026-04-01T06:00:00Z");
  await billAccount(biller(), { customerId });
  at("2026-04-16T06:00:00Z");
  await changeSubscription(biller(), { subscriptionId, quantity: "2" });
  const { invoiceIds } = await billAccount(biller(), { customerId });
  const changed = await showInvoice(biller(), { invoiceId: invoiceIds[0]! });
  assert.deepEqual(
    changed.lines.map((line) => [line.kind, line.netMinor]),
    [
      ["recurring", 8_900n],
      ["correction", -4_450n],
    ],
  );
  await changeSubscription(biller(), { subscriptionId, periodNetMinor: 2_000n, effectiveOn: "2026-04-16" });
  const { invoiceIds: noteIds } = await billAccount(biller(), { customerId });
  const note = await showInvoice(biller(), { invoiceId: noteIds[0]! });
  assert.equal(note.kind, "credit_note");
  assert.match(note.number, /^AVO-2026-/);
  assert.deepEqual([note.netMinor, note.taxMinor, note.totalMinor], [7_900n, 1_580n, 9_480n]);
});

test("billing twice at the same time issues once; numbers have no gap", async () => {
  at("2026-03-02T08:00:00Z");
  const orders = [
    await aDeliveredOrder(t, "2026-03-18"),
    await aDeliveredOrder(t, "2026-03-19"),
    await aDeliveredOrder(t, "2026-03-20"),
  ];
  at("2026-04-01T06:00:00Z");
  const runs = orders.flatMap(({ customerId }) => [0, 1, 2].map(() => billAccount(biller(), { customerId })));
  const issued = (await Promise.all(runs)).flatMap((run) => run.invoiceIds);
  assert.equal(issued.length, 3);
  const numbers = (
    await t.app.db.selectFrom("invoices").select("number").where("kind", "=", "invoice").orderBy("number").execute()
  ).map((row) => Number(row.number.slice(-5)));
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  );
});

test("the files are made and kept: a Factur-X that says what the invoice says, a UBL that keeps every rule; then it is sent once", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  at("2026-04-01T06:00:00Z");
  const { invoiceIds } = await billAccount(biller(), { customerId });
  await t.drain();
  const invoiceId = invoiceIds[0]!;
  const pdf = await readDocument(biller(), { invoiceId, format: "facturx" });
  const { xml } = readFacturx(new Uint8Array(await pdf.arrayBuffer()));
  assert.deepEqual(checkInvoice(xml).errors, []);
  const ubl = await (await readDocument(biller(), { invoiceId, format: "ubl" })).text();
  assert.deepEqual(checkInvoice(ubl).errors, []);
  const invoice = await showInvoice(biller(), { invoiceId });
  assert.ok(ubl.includes(invoice.number));
  assert.deepEqual([invoice.documents.length, invoice.status, invoice.sentTo], [2, "sent", "lea.martin@atelier-martin.example"]);
  assert.equal((await t.eventTypes({ subjectId: invoiceId })).filter((type) => type === "invoice.sent").length, 1);
});

test("an issued document cannot be changed, not even by hand", async () => {
  const row = await t.app.db.selectFrom("invoices").select("id").limit(1).executeTakeFirstOrThrow();
  await assert.rejects(t.app.db.updateTable("invoices").set({ net_minor: 1n }).where("id", "=", row.id).execute(), /append-only/);
  await assert.rejects(t.app.db.deleteFrom("invoice_lines").where("invoice_id", "=", row.id).execute(), /append-only/);
});

test("a credit note gives back at most what is left, to the last cent of VAT", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  at("2026-04-01T06:00:00Z");
  const { invoiceIds } = await billAccount(biller(), { customerId });
  const invoiceId = invoiceIds[0]!;
  const invoice = await showInvoice(biller(), { invoiceId });
  const lineId = invoice.lines[0]!.id;
  await disputeInvoice(biller(), { invoiceId, reason: "Routeur rayé" });
  await creditInvoice(biller(), { invoiceId, lines: [{ lineId, netMinor: 333n }], reason: "Geste commercial" });
  await assert.rejects(
    creditInvoice(biller(), { invoiceId, lines: [{ lineId, netMinor: 18_900n }], reason: "Trop" }),
    /credit_too_high/,
  );
  await creditInvoice(biller(), { invoiceId, reason: "Le reste" });
  const rows = await invoicesOf(customerId);
  const credited = rows.filter((row) => row.kind === "credit_note").reduce((sum, row) => sum + row.totalMinor, 0n);
  assert.equal(credited, invoice.totalMinor);
  assert.equal(rows.find((row) => row.id === invoiceId)!.status, "credited");
  await assert.rejects(creditInvoice(biller(), { invoiceId, reason: "Encore" }), /not_creditable/);
  await assert.rejects(disputeInvoice(biller(), { invoiceId, reason: "Encore" }), /not_disputable/);
  assert.ok((await t.eventTypes({ subjectId: invoiceId })).includes("invoice.settled"));
});

test("a product sent back is credited when it was billed, and never billed when it was not", async () => {
  at("2026-03-02T08:00:00Z");
  const account = await anAccount(t);
  const orders = [await signedOrder(t, account), await signedOrder(t, account)];
  for (const order of orders) await deliver(t, order);
  const back = async (orderId: string) => {
    const charge = await t.app.db
      .selectFrom("one_off_charges")
      .selectAll()
      .where("order_id", "=", orderId)
      .executeTakeFirstOrThrow();
    await write(t.as(), (tx) =>
      append(tx, t.as(), "return.received", {
        subjectId: newId(),
        customerId: account.customerId,
        data: { orderId, itemId: charge.order_item_id, condition: "Neuf" },
      }),
    );
    await t.drain();
  };
  await back(orders[0]!.orderId);
  await billAccount(biller(), account);
  let rows = await invoicesOf(account.customerId);
  assert.deepEqual(
    rows.map((row) => row.netMinor),
    [18_900n],
  );
  await back(orders[1]!.orderId);
  rows = await invoicesOf(account.customerId);
  assert.deepEqual(
    rows.map((row) => [row.kind, row.totalMinor]),
    [
      ["credit_note", 22_680n],
      ["invoice", 22_680n],
    ],
  );
});

test("customers open, dispute and see only their own; reminders know", async () => {
  at("2026-03-02T08:00:00Z");
  const { customerId, contactId } = await aDeliveredOrder(t, "2026-03-18");
  at("2026-04-01T06:00:00Z");
  const { invoiceIds } = await billAccount(biller(), { customerId });
  const invoiceId = invoiceIds[0]!;
  const me = { kind: "customer", id: contactId, contactId, customerId, level: "link" } as const;
  await viewInvoice(t.as(me), { invoiceId });
  await viewInvoice(t.as(me), { invoiceId });
  await disputeInvoice(t.as(me), { invoiceId, reason: "Je ne reconnais pas l’installation" });
  assert.equal((await myInvoices(t.as(me), { limit: 10 })).rows[0]!.status, "disputed");
  const stranger = { ...me, customerId: newId() };
  await assert.rejects(showInvoice(t.as(stranger), { invoiceId }), /not_found/);
  await assert.rejects(viewInvoice(t.as(stranger), { invoiceId }), /not_found/);
  await assert.rejects(disputeInvoice(t.as(stranger), { invoiceId, reason: "x" }), /not_found/);
  await assert.rejects(readDocument(t.as(stranger), { invoiceId, format: "ubl" }), /not_found/);
  at("2026-05-10T06:00:00Z");
  await t.runTimed("invoices/mark-overdue");
  assert.ok(!(await t.eventTypes({ subjectId: invoiceId })).includes("invoice.overdue"));
  await settleDispute(biller(), { invoiceId, how: "Photo de la pose envoyée" });
  await t.runTimed("invoices/mark-overdue");
  await t.runTimed("invoices/mark-overdue");
  const types = await t.eventTypes({ subjectId: invoiceId });
  assert.equal(types.filter((type) => type === "invoice.overdue").length, 1);
  assert.equal(types.filter((type) => type === "invoice.viewed").length, 1);
});

test("the monthly run bills everybody once; an account without address is listed with its reason and stops nobody", async () => {
  at("2026-06-01T00:30:00Z");
  const good = await aDeliveredOrder(t, "2026-06-01");
  const bad = await aDeliveredOrder(t, "2026-06-01");
  await t.app.db
    .updateTable("customers")
    .set({ billing_address: JSON.stringify({ line1: "x" }) })
    .where("id", "=", bad.customerId)
    .execute();
  await t.runTimed("invoices/bill-monthly");
  await t.runTimed("invoices/bill-monthly");
  await t.drain();
  const { rows, failures } = await listRuns(biller(), { limit: 10 });
  assert.equal(rows.length, 1);
  assert.deepEqual([rows[0]!.period, rows[0]!.failures], ["2026-06", 1]);
  assert.equal(failures[0]!.customerId, bad.customerId);
  assert.match(failures[0]!.reason, /BR-/);
  assert.equal((await invoicesOf(good.customerId)).length, 1);
  assert.equal((await invoicesOf(bad.customerId)).length, 0);
});

test("a private person is billed at their e-mail address; a French company without its number is not, and the biller reads why", async () => {
  const billed = async (kind: "person" | "company") => {
    at("2026-07-01T08:00:00Z");
    const { customerId } = await aDeliveredOrder(t, "2026-07-18");
    const nobody = { kind, siren: null, vat_number: null };
    await t.app.db.updateTable("customers").set(nobody).where("id", "=", customerId).execute();
    at("2026-08-01T06:00:00Z");
    return billAccount(biller(), { customerId });
  };
  const { invoiceIds } = await billed("person");
  const { content } = await t.app.db
    .selectFrom("invoices")
    .select("content")
    .where("id", "=", invoiceIds[0]!)
    .executeTakeFirstOrThrow();
  assert.deepEqual((content as { buyer: { electronicAddress: unknown } }).buyer.electronicAddress, {
    id: lea.email,
    scheme: "EM",
  });
  await assert.rejects(billed("company"), /invoice\.no_siren/);
  await runBilling(biller(), {});
  await t.drain();
  const { failures } = await listRuns(t.as("biller", { locale: "fr" }), { limit: 10 });
  assert.ok(failures.some((failure) => /est une entreprise sans SIREN/.test(failure.reason)));
});
