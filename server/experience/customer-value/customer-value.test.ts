import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { listValues, showValue, showValueSummary } from "./queries.ts";
import { scoreCustomer } from "./score-customer.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  customerId = (await createCustomer(t.as("seller"), { kind: "company", name: "Atelier Martin" })).id;
});
after(() => t.close());

const calm = {
  nps: null,
  openConversations: 0,
  complaints: 0,
  brokenPromises: 0,
  overdueInvoices: 0,
  disputes: 0,
  daysWithoutUse: null,
  monthsAsCustomer: 3,
};

test("nothing known is a fair health and a tenth of risk; each signal moves both, with its reason", () => {
  assert.deepEqual([scoreCustomer(calm).health, scoreCustomer(calm).churnPercent], [80, 10]);
  const hurt = scoreCustomer({ ...calm, nps: 3, complaints: 1, overdueInvoices: 1 });
  assert.deepEqual([hurt.health, hurt.churnPercent], [35, 60]);
  assert.equal(hurt.churnReasons[0]!.key, "detractor");
});

test("value follows subscriptions and invoices; leaving is said once", async () => {
  const subscriptionId = newId();
  const state = (work: Parameters<typeof write>[1]) => write(t.as(), work);
  await state((tx) =>
    append(tx, t.as(), "subscription.started", {
      subjectId: subscriptionId,
      customerId,
      data: {
        orderId: newId(),
        itemId: newId(),
        name: "Fibre",
        startsOn: "2026-03-02",
        monthlyMinor: 8_900n,
        currency: "EUR",
        meters: [],
      },
    }),
  );
  await state((tx) =>
    append(tx, t.as(), "survey.answered", {
      subjectId: newId(),
      customerId,
      data: { surveyId: newId(), kind: "nps", score: 2, journeyStage: "stay", about: "x" },
    }),
  );
  await state((tx) =>
    append(tx, t.as(), "invoice.disputed", { subjectId: newId(), customerId, data: { number: "F", reason: "x" } }),
  );
  await state((tx) =>
    append(tx, t.as(), "invoice.overdue", {
      subjectId: newId(),
      customerId,
      data: { number: "F", dueOn: "2026-03-01", openMinor: 1n, currency: "EUR" },
    }),
  );
  await t.drain();
  await t.runTimed("customer-value/weigh");
  await t.runTimed("customer-value/weigh");
  const value = (await showValue(t.as("cx_lead"), { customerId }))!;
  assert.equal(value.monthlyMinor, 8_900n);
  assert.ok(value.churnPercent! >= 50);
  assert.equal((await listValues(t.as("cx_lead"), { limit: 10, minRisk: 50 })).rows.length, 1);
  await state((tx) =>
    append(tx, t.as(), "subscription.cancelled", {
      subjectId: subscriptionId,
      customerId,
      data: { reason: "Concurrence", endsOn: "2026-04-01", monthlyMinor: 8_900n, currency: "EUR" },
    }),
  );
  await t.drain();
  const types = await t.eventTypes({ customerId });
  for (const type of ["health.changed", "churn.risked", "customer.churned"])
    assert.equal(types.filter((each) => each === type).length, 1, type);
  assert.equal((await showValueSummary(t.as("cx_lead"))).churnedCustomers, 1);
});
