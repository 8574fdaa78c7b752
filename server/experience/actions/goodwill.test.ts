import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { billAccount } from "#back-office/invoices/bill-account.ts";
import { creditInvoice } from "#back-office/invoices/credit-invoice.ts";
import { creditReturned } from "#back-office/invoices/credit-returned.ts";
import { previewInvoice } from "#back-office/invoices/preview-invoice.ts";
import { showInvoice } from "#back-office/invoices/queries.ts";
import { trialBalance } from "#back-office/ledger/queries.ts";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { staff } from "#test/story/cast.ts";
import { aDeliveredOrder } from "#test/story/delivered-order.ts";
import { decideGoodwill, giveGoodwill, setGoodwillLimit } from "./give-goodwill.ts";
import { listActions } from "./queries.ts";
import { startAction } from "./start-action.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const reason = "Installation décalée de trois jours";
async function lateCustomer() {
  t.clock.set(new Date("2026-03-02T08:00:00Z"));
  const { customerId } = await aDeliveredOrder(t, "2026-03-18");
  const { id: actionId } = await startAction(t.as("planner"), {
    name: "Prévenir",
    reason: "order.jeopardised",
    stage: "receive",
    customerId,
    steps: [{ kind: "goodwill", done: false, note: "10 % de l’installation" }],
    measureAfterDays: 30,
  });
  return { customerId, actionId };
}
const bill = async (customerId: string, on: string) => {
  t.clock.set(new Date(`${on}T06:00:00Z`));
  const { invoiceIds } = await billAccount(t.as("biller"), { customerId });
  await t.drain();
  return Promise.all(invoiceIds.map((invoiceId) => showInvoice(t.as("biller"), { invoiceId })));
};
const planOf = async (actionId: string) =>
  (await listActions(t.as("cx_lead"), { limit: 50 })).rows.find((row) => row.id === actionId)!;
/** Debit less credit, by account; what customers owe must agree with their invoices. */
const balance = async () => {
  const { rows, checks } = await trialBalance(t.as("biller"), { to: undefined });
  assert.equal(checks.agree, true);
  return Object.fromEntries(rows.map((row) => [row.account, row.balanceMinor]));
};

test("goodwill within the limit is booked once, taken off the next invoice to the cent, posted, and on the timeline", async () => {
  const { customerId, actionId } = await lateCustomer();
  const give = (amountMinor: bigint) => giveGoodwill(t.as("planner"), { actionId, amountMinor, reason });
  const first = await give(1_490n);
  assert.deepEqual(await give(1_490n), first, "given twice is given once");
  await assert.rejects(give(2_000n), /goodwill\.given/);
  await t.drain();
  const plan = await planOf(actionId);
  assert.deepEqual(
    [plan.goodwill!.status, plan.goodwill!.amountMinor, plan.goodwill!.decidedByName],
    ["granted", 1_490n, staff.planner.name],
  );
  assert.deepEqual(
    plan.steps.map((step) => step.done),
    [true],
  );
  // the same fact announced again, as after a lost proof, books nothing more
  const credits = () => t.app.db.selectFrom("account_credits").selectAll().where("customer_id", "=", customerId).execute();
  assert.deepEqual(
    (await credits()).map((credit) => [credit.amount_minor, credit.used_minor]),
    [[1_490n, 0n]],
  );
  await write(t.as(), (tx) =>
    append(tx, t.as(), "goodwill.granted", {
      subjectId: first.id,
      customerId,
      data: { actionId, amountMinor: 1_490n, currency: "EUR", reason },
    }),
  );
  await t.drain();
  assert.equal((await credits()).length, 1);

  const preview = await previewInvoice(t.as("biller"), { customerId, asOf: "2026-04-01" });
  const [invoice, ...others] = await bill(customerId, "2026-04-01");
  assert.equal(others.length, 0);
  // router 189.00, installation 149.00, fibre 14/31 of 89.00 and April; the gesture off the largest line
  assert.deepEqual(
    invoice!.lines.map((line) => [line.kind, line.name === "Geste commercial", line.netMinor]),
    [
      ["one_off", false, 18_900n],
      ["service", false, 14_900n],
      ["recurring", false, 4_019n],
      ["recurring", false, 8_900n],
      ["correction", true, -1_490n],
    ],
  );
  assert.deepEqual([invoice!.netMinor, invoice!.taxMinor, invoice!.totalMinor], [45_229n, 9_046n, 54_275n]);
  assert.equal(preview.documents[0]!.totalMinor, 54_275n);
  assert.ok(invoice!.lines.at(-1)!.explanation.some((step) => step.label === "Geste commercial" && step.formula === reason));
  const booked = await balance();
  assert.equal(booked["707000"], -(18_900n - 1_490n), "the router's revenue is lower by the gesture");
  assert.equal(booked["411000"], 54_275n);
  assert.deepEqual(
    (await credits()).map((credit) => credit.used_minor),
    [1_490n],
  );
  const types = await t.eventTypes({ customerId });
  for (const type of ["goodwill.granted", "credit.booked", "credit.applied"])
    assert.equal(types.filter((each) => each === type).length, type === "goodwill.granted" ? 2 : 1, type);

  // nothing is taken off twice, and giving the whole invoice back gives back what was paid for it, no more
  const [may] = await bill(customerId, "2026-05-01");
  assert.ok(may!.lines.every((line) => line.kind !== "correction"));
  const note = await creditInvoice(t.as("biller"), { invoiceId: invoice!.id, reason: "Tout rendre" });
  await t.drain();
  assert.equal((await showInvoice(t.as("biller"), { invoiceId: note.id })).totalMinor, 54_275n);
  assert.equal((await balance())["411000"], may!.totalMinor);
});

test("above the limit somebody else agrees; a refusal gives nothing and may be asked again; the rest waits for the next invoice", async () => {
  const { customerId, actionId } = await lateCustomer();
  const ask = (amountMinor: bigint) => giveGoodwill(t.as("cx_lead"), { actionId, amountMinor, reason });
  assert.equal((await ask(60_000n)).status, "asked");
  await assert.rejects(decideGoodwill(t.as("cx_lead"), { actionId, agreed: true }), /goodwill\.own/);
  const decide = (agreed: boolean) => decideGoodwill(t.as("sales_manager"), { actionId, agreed });
  await decide(false);
  await t.drain();
  await assert.rejects(decide(true), /goodwill\.decided/);
  assert.equal((await ask(50_000n)).status, "asked");
  await decide(true);
  assert.equal((await decide(true)).status, "granted");
  await t.drain();
  const [april] = await bill(customerId, "2026-04-01");
  assert.deepEqual([april!.netMinor, april!.taxMinor, april!.totalMinor, april!.status], [0n, 0n, 0n, "paid"]);
  const [may] = await bill(customerId, "2026-05-01");
  assert.deepEqual([may!.netMinor, may!.totalMinor], [8_900n - 3_281n, 6_743n]);
  const credit = await t.app.db
    .selectFrom("account_credits")
    .selectAll()
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  assert.deepEqual([credit.amount_minor, credit.used_minor], [50_000n, 50_000n]);
  await balance();
});

test("goodwill needs a customer, a plan one may see, and its limit is set by who approves", async () => {
  const { id } = await startAction(t.as("cx_lead"), { name: "x", reason: "y", stage: "use", measureAfterDays: 30 });
  const give = (actionId: string) => giveGoodwill(t.as("planner"), { actionId, amountMinor: 100n, reason });
  await assert.rejects(give(id), /goodwill\.no_customer/);
  await assert.rejects(give(newId()), /not_found/);
  const { actionId } = await lateCustomer();
  await setGoodwillLimit(t.as("cx_lead"), { limitMinor: 50n });
  assert.equal((await give(actionId)).status, "asked");
});

test("a product that comes back gives what was paid for it: its price less the gesture; a done action gives nothing", async () => {
  await setGoodwillLimit(t.as("admin"), { limitMinor: 5_000n });
  const { customerId, actionId } = await lateCustomer();
  await giveGoodwill(t.as("planner"), { actionId, amountMinor: 1_490n, reason });
  await t.drain();
  const [invoice] = await bill(customerId, "2026-04-01");
  const { order_item_id: router } = await t.app.db
    .selectFrom("invoice_lines")
    .select("order_item_id")
    .where("invoice_id", "=", invoice!.id)
    .where("net_minor", "=", 18_900n)
    .executeTakeFirstOrThrow();
  await creditReturned(t.as("planner"), router!);
  await creditReturned(t.as("planner"), router!);
  const notes = await t.app.db.selectFrom("invoices").select("net_minor").where("corrects_id", "=", invoice!.id).execute();
  assert.deepEqual(
    notes.map((note) => note.net_minor),
    [17_410n],
  );
  const { actionId: other } = await lateCustomer();
  await t.app.db.updateTable("action_plans").set({ status: "done" }).where("id", "=", other).execute();
  await assert.rejects(giveGoodwill(t.as("planner"), { actionId: other, amountMinor: 100n, reason }), /action.wrong_state/);
});
