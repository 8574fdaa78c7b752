import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { showValue, showValueSummary } from "./queries.ts";

let t: TestApp;
let customerIds: string[];
const dayMs = 86_400_000;
before(async () => {
  t = await testApp();
  customerIds = [];
  for (let i = 0; i < 60; i += 1)
    customerIds.push((await createCustomer(t.as("seller"), { kind: "company", name: `Atelier ${i}` })).id);
});
after(() => t.close());

const order = (customerId: string, orderId = newId()) => {
  const items = soldLines().map((line) => ({ ...line, itemId: newId(), action: "add" as const }));
  const data = {
    number: "C-1",
    quoteId: null,
    opportunityId: null,
    currency: "EUR",
    netMinor: 42_700n,
    totalMinor: 51_240n,
    items,
    deliveryAddress: { line1: "1 rue", postcode: "75001", city: "Paris", country: "FR" },
    locale: "fr" as const,
  };
  return write(t.as(), (tx) => append(tx, t.as(), "order.placed", { subjectId: orderId, customerId, data })).then(() => orderId);
};

test("the one-off part of an order is a purchase; a cancelled order is none", async () => {
  const orderId = await order(customerIds[0]!);
  await t.drain();
  const kept = () => t.app.db.selectFrom("value_purchases").select(["order_id", "amount_minor"]).execute();
  assert.deepEqual(await kept(), [{ order_id: orderId, amount_minor: 33_800n }]);
  await write(t.as(), (tx) =>
    append(tx, t.as(), "order.cancelled", {
      subjectId: orderId,
      customerId: customerIds[0]!,
      data: { number: "C-1", reason: "x", feeMinor: 0n, currency: "EUR" } as never,
    }),
  );
  await t.drain();
  assert.deepEqual(await kept(), []);
});

test("with too little to go by nothing is learnt, and the value says that it rests on an assumption", async () => {
  await write(t.as(), (tx) =>
    append(tx, t.as(), "subscription.started", {
      subjectId: newId(),
      customerId: customerIds[0]!,
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
  await t.drain();
  await t.runTimed("customer-value/learn");
  await t.runTimed("customer-value/weigh");
  const value = (await showValue(t.as("cx_lead"), { customerId: customerIds[0]! }))!;
  assert.equal(value.expectedMinor, 37_554n);
  assert.deepEqual(
    [value.expectedSteps[0]!.name, value.expectedSteps[0]!.learnt, value.expectedSteps[0]!.marginMinor],
    ["Fibre", false, 37_554n],
  );
  assert.deepEqual((await showValueSummary(t.as("cx_lead"))).learntFrom, { renewals: 0, purchases: 0, spending: 0, churn: 0 });
});

test("from subscriptions that ended, orders that came again and customers who left, values are learnt and told with their parts", async () => {
  const now = t.as().now.getTime();
  const { db } = t.app;
  for (const [i, customer_id] of customerIds.entries()) {
    const started_at = new Date(now - (40 + i * 12) * dayMs);
    const ended_at = i % 4 === 1 ? new Date(now - (i % 30) * dayMs) : null;
    await db
      .insertInto("value_subscriptions")
      .values({
        subscription_id: newId(),
        customer_id,
        name: "Support",
        monthly_minor: 5_000n,
        currency: "EUR",
        started_at,
        ended_at,
      })
      .execute();
    const orders = 1 + (i % 5 === 0 ? 0 : i % 4);
    for (let k = 0; k < orders; k += 1) {
      const bought_on = new Date(now - (300 - k * 45 - (i % 9)) * dayMs).toISOString().slice(0, 10);
      await db
        .insertInto("value_purchases")
        .values({
          order_id: newId(),
          customer_id,
          bought_on,
          amount_minor: BigInt(10_000 + ((i * 37) % 50) * 400),
          currency: "EUR",
        })
        .execute();
    }
    await db
      .insertInto("customer_values")
      .values({ customer_id, currency: "EUR", churned_at: i % 4 === 1 ? new Date(now - dayMs) : null })
      .onConflict((c) => c.column("customer_id").doUpdateSet({ stale: true }))
      .execute();
  }
  await t.runTimed("customer-value/learn");
  await t.runTimed("customer-value/learn");
  await t.runTimed("customer-value/weigh");
  const { learntFrom } = await showValueSummary(t.as("cx_lead"));
  assert.deepEqual([learntFrom.renewals, learntFrom.purchases, learntFrom.churn], [61, 60, 60]);
  assert.ok(learntFrom.spending >= 10);
  const value = (await showValue(t.as("cx_lead"), { customerId: customerIds[2]! }))!;
  assert.deepEqual(
    value.expectedSteps.map((step) => [step.key, step.learnt]),
    [
      ["renewals", true],
      ["purchases", true],
    ],
  );
  assert.ok(value.expectedSteps[0]!.times > 0 && value.expectedSteps[0]!.times < 12);
  assert.ok(value.expectedSteps[1]!.alive! > 0 && value.expectedSteps[1]!.alive! <= 1);
  assert.equal(
    value.expectedMinor,
    value.expectedSteps.reduce((sum, step) => sum + step.marginMinor, 0n),
  );
  assert.ok(value.churnPercent! > 12, "a quarter left: the risk of one without a sign is no longer a tenth");
});
