import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { billAccount } from "#back-office/invoices/bill-account.ts";
import { creditInvoice } from "#back-office/invoices/credit-invoice.ts";
import { showInvoice } from "#back-office/invoices/queries.ts";
import { confirmCardPayment, startCardPayment } from "#back-office/payments/pay-by-card.ts";
import { refundPayment } from "#back-office/payments/refund-payment.ts";
import { cancelSubscription } from "#back-office/subscriptions/cancel-subscription.ts";
import { changeSubscription } from "#back-office/subscriptions/change-subscription.ts";
import { recordUsage } from "#back-office/usage/record-usage.ts";
import { newId } from "#platform/ids.ts";
import { showCauses } from "#record/customers/show-causes.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { aDeliveredOrder } from "#test/story/delivered-order.ts";
import { exportJournal, readExport } from "./export-journal.ts";
import { listEntries, revenueByMonth, trialBalance } from "./queries.ts";
import { monthlyParts } from "./schedule.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());
const biller = () => t.as("biller");
const day = (date: string) => t.clock.set(new Date(`${date}T06:00:00Z`));

async function anAccountBilled() {
  t.clock.set(new Date("2026-03-02T08:00:00Z"));
  const order = await aDeliveredOrder(t, "2026-03-18");
  const subscription = await t.app.db
    .selectFrom("subscriptions")
    .select("id")
    .where("customer_id", "=", order.customerId)
    .executeTakeFirstOrThrow();
  day("2026-03-30");
  await recordUsage(biller(), {
    records: [
      {
        source: "switch",
        sourceId: newId(),
        subscriptionId: subscription.id,
        meter: "minutes",
        quantity: "300",
        at: new Date("2026-03-20T09:00:00Z"),
      },
    ],
  });
  day("2026-04-01");
  const { invoiceIds } = await billAccount(biller(), order);
  await t.drain();
  await t.runTimed("ledger/recognise-revenue");
  const me = {
    kind: "customer",
    id: order.contactId,
    contactId: order.contactId,
    customerId: order.customerId,
    level: "link",
  } as const;
  return { order, subscriptionId: subscription.id, invoiceId: invoiceIds[0]!, me };
}

/** The balance of each account for one customer. */
async function balances(customerId: string): Promise<Record<string, bigint>> {
  const { rows } = await sql<{ account: string; minor: bigint }>`
    select account, sum(amount_minor)::bigint as minor from journal_lines where customer_id = ${customerId} group by account having sum(amount_minor) <> 0 order by account`.execute(
    t.app.db,
  );
  return Object.fromEntries(rows.map((row) => [row.account, row.minor]));
}

async function assertSound() {
  const { rows, checks } = await trialBalance(biller(), {});
  assert.equal(
    rows.reduce((sum, row) => sum + row.balanceMinor, 0n),
    0n,
  );
  assert.ok(checks.agree, `receivable ${checks.receivableMinor}, open ${checks.openMinor}`);
}

test("goods and work are revenue when delivered, the subscription month by month, usage when rated; debts are settled by money", async () => {
  const { order, invoiceId, me } = await anAccountBilled();
  // router 189, work 149, March 40.19 and April 89 of fibre, 100 minutes beyond the included 200
  assert.deepEqual(await balances(order.customerId), {
    "411000": 56_663n,
    "445710": -9_444n,
    "487000": -8_900n,
    "706000": -14_900n - 4_019n - 500n,
    "707000": -18_900n,
  });
  const { intentId } = await startCardPayment(t.as(me), { invoiceId });
  await confirmCardPayment(t.as(me), { intentId, number: "4242424242424242", expiry: "12/30", cvc: "123" });
  await t.drain();
  day("2026-05-01");
  await t.runTimed("ledger/recognise-revenue");
  await t.runTimed("ledger/recognise-revenue");
  const after = await balances(order.customerId);
  assert.equal(after["411000"], undefined);
  assert.equal(after["487000"], undefined);
  assert.equal(after["511500"], (await showInvoice(biller(), { invoiceId })).totalMinor);
  await assertSound();
});

test("a cent of revenue walks back over the invoice and the installation to the order and the signed quote", async () => {
  const { order } = await anAccountBilled();
  const facts = await t.app.db
    .selectFrom("events")
    .select("id")
    .where("type", "=", "revenue.recognised")
    .where("customer_id", "=", order.customerId)
    .execute();
  assert.ok(facts.length >= 4);
  for (const fact of facts) {
    const { causes } = await showCauses(t.as("admin"), { eventId: fact.id });
    const types = causes.map((cause) => cause.type);
    assert.equal(types.at(-1), "quote.signed", types.join(" <- "));
    assert.ok(types.includes("order.placed"));
  }
  const { rows } = await listEntries(biller(), { limit: 50, customerId: order.customerId });
  for (const entry of rows) {
    const { causes } = await showCauses(t.as("admin"), { eventId: entry.sourceEventId });
    assert.equal(causes.at(-1)?.type, "quote.signed", entry.label);
  }
});

test("what is given back is taken from the months not served first, then from revenue; an end of service leaves nothing deferred", async () => {
  const { order, subscriptionId, invoiceId, me } = await anAccountBilled();
  day("2026-04-16");
  await cancelSubscription(biller(), { subscriptionId, reason: "Déménagement" });
  await billAccount(biller(), order);
  await t.drain();
  assert.equal((await balances(order.customerId))["487000"], -4_450n);
  await assertSound();
  day("2026-05-01");
  await t.runTimed("ledger/recognise-revenue");
  assert.equal((await balances(order.customerId))["487000"], undefined);
  const { intentId, amountMinor } = await startCardPayment(t.as(me), { invoiceId });
  const { paymentId } = await confirmCardPayment(t.as(me), { intentId, number: "4242424242424242", expiry: "12/30", cvc: "123" });
  await creditInvoice(biller(), { invoiceId, reason: "Tout rendre" });
  await refundPayment(biller(), { paymentId: paymentId!, amountMinor, reason: "Tout rendre" });
  await t.drain();
  assert.deepEqual(await balances(order.customerId), {});
  await assertSound();
});

test("the database refuses an entry that does not balance, and any change of one", async () => {
  const id = newId();
  const entry = {
    id,
    number: "OD-X",
    journal: "OD",
    entry_date: "2026-04-01",
    source_event_id: newId(),
    purpose: "x",
    piece: "x",
    piece_date: "2026-04-01",
    label: "x",
    currency: "EUR",
    posted_at: new Date(),
  };
  const lopsided = t.app.db.transaction().execute(async (tx) => {
    await tx.insertInto("journal_entries").values(entry).execute();
    await tx
      .insertInto("postings")
      .values({ id: newId(), entry_id: id, position: 0, account: "411000", amount_minor: 5n })
      .execute();
    await tx
      .insertInto("postings")
      .values({ id: newId(), entry_id: id, position: 1, account: "706000", amount_minor: -4n })
      .execute();
  });
  await assert.rejects(lopsided, /does not balance/);
  await assert.rejects(t.app.db.insertInto("journal_entries").values(entry).execute(), /no postings/);
  await assert.rejects(t.app.db.updateTable("postings").set({ amount_minor: 1n }).execute(), /append-only/);
});

test("the FEC has its 18 columns, balances, and counts its entries; the CSV says the same", async () => {
  const made = await exportJournal(biller(), { from: "2026-01-01", to: "2026-12-31", format: "fec" });
  assert.equal(made.fileName, "732829320FEC20261231.txt");
  const text = await (await readExport(biller(), { exportId: made.id })).text();
  const [head, ...lines] = text.replace(/\r\n$/, "").split("\r\n");
  assert.equal(head!.split("\t").length, 18);
  const cents = (amount: string) => BigInt(amount.replace(",", ""));
  let left = 0n;
  for (const line of lines) {
    const cells = line.split("\t");
    assert.equal(cells.length, 18);
    assert.match(cells[3]!, /^\d{8}$/);
    left += cents(cells[11]!) - cents(cells[12]!);
  }
  assert.equal(left, 0n);
  assert.equal(new Set(lines.map((line) => line.split("\t")[2])).size, made.entries);
  const csv = await exportJournal(biller(), { from: "2026-01-01", to: "2026-12-31", format: "csv" });
  assert.equal(csv.entries, made.entries);
  await assert.rejects(exportJournal(biller(), { from: "2026-12-31", to: "2026-01-01", format: "csv" }), /backwards/);
  assert.ok((await revenueByMonth(biller())).rows.some((row) => row.month === "2026-03" && row.recognisedMinor > 0n));
});

test("whatever happens in whatever order, twice and at once: the books balance and customers owe what their invoices say", async () => {
  const { order, subscriptionId } = await anAccountBilled();
  let date = new Date("2026-04-02T06:00:00Z");
  const step = fc.record({
    kind: fc.constantFrom("change", "use", "bill", "credit", "recognise"),
    days: fc.integer({ min: 0, max: 20 }),
    n: fc.integer({ min: 1, max: 400 }),
  });
  const [steps] = fc.sample(fc.array(step, { minLength: 25, maxLength: 25 }), { numRuns: 1, seed: 20_260_401 });
  for (const { kind, days, n } of steps!) {
    date = new Date(date.getTime() + days * 86_400_000);
    t.clock.set(date);
    if (kind === "change") await changeSubscription(biller(), { subscriptionId, quantity: String((n % 5) + 1) });
    if (kind === "use") {
      const late = new Date(date.getTime() - (n % 40) * 86_400_000);
      const record = { source: "chaos", sourceId: newId(), subscriptionId, meter: "minutes", quantity: String(n), at: late };
      await recordUsage(biller(), { records: [record, record] });
    }
    if (kind === "bill") await Promise.all([0, 1, 2].map(() => billAccount(biller(), order)));
    if (kind === "credit") {
      const open = await t.app.db
        .selectFrom("invoice_list")
        .select("id")
        .where("customer_id", "=", order.customerId)
        .where("kind", "=", "invoice")
        .where("open_minor", ">", 0n)
        .executeTakeFirst();
      if (open) await creditInvoice(biller(), { invoiceId: open.id!, reason: "Geste" }).catch(() => {});
    }
    if (kind === "recognise") await Promise.all([t.runTimed("ledger/recognise-revenue"), t.drain()]);
  }
  await billAccount(biller(), order);
  assert.deepEqual((await billAccount(biller(), order)).invoiceIds, []);
  await t.drain();
  await assertSound();
  const unposted = await sql<{ n: bigint }>`
    select count(*) as n from invoices i where not exists (select 1 from journal_entries e where e.source_event_id = i.issued_event_id)`.execute(
    t.app.db,
  );
  assert.equal(unposted.rows[0]!.n, 0n);
});

test("the months of a service add up to its price, to the cent", () => {
  assert.deepEqual(monthlyParts(8_900n, "2026-03-18", "2026-04-17"), [
    { on: "2026-03-31", amountMinor: 4_019n },
    { on: "2026-04-17", amountMinor: 4_881n },
  ]);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10_000_000n }), fc.integer({ min: 0, max: 800 }), (net, days) => {
      const to = new Date(Date.UTC(2026, 0, 15) + days * 86_400_000).toISOString().slice(0, 10);
      const parts = monthlyParts(net, "2026-01-15", to);
      assert.equal(
        parts.reduce((sum, part) => sum + part.amountMinor, 0n),
        net,
      );
      assert.equal(parts.at(-1)!.on, to);
      assert.ok(parts.every((part) => part.amountMinor >= 0n));
    }),
  );
});
