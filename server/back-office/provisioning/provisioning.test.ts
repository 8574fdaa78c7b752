import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { completeTask, startTask } from "#back-office/fulfillment/task-moves.ts";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { showOrder } from "#back-office/orders/queries.ts";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { listServices } from "./queries.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

test("once the visit is done the service switches on, the customer has an identifier, and the order completes once", async () => {
  const customerId = newId();
  await t.app.db
    .insertInto("customers")
    .values({ id: customerId, number: "CLI-T1", kind: "company", name: "Atelier Martin" })
    .execute();
  const { id: orderId } = await placeOrder(t.as(), {
    quoteId: null,
    opportunityId: null,
    customerId,
    contactId: null,
    currency: "EUR",
    netMinor: 1n,
    totalMinor: 1n,
    lines: soldLines(),
    deliveryAddress: { line1: "x", postcode: "13006", city: "Marseille", country: "FR" },
    locale: "fr",
  });
  await t.drain();
  for (const kind of ["ship", "install"]) {
    const task = await t.app.db
      .selectFrom("tasks")
      .select("id")
      .where("order_id", "=", orderId)
      .where("kind", "=", kind)
      .executeTakeFirstOrThrow();
    await startTask(t.as("planner"), task.id);
    await completeTask(t.as("planner"), task.id);
    await t.drain();
  }
  const { rows } = await listServices(t.as("agent"), { customerId });
  assert.equal(rows.length, 1);
  assert.match(rows[0]!.identifier, /^FIBRE-[0-9A-F]{10}$/);
  const types = await t.eventTypes({ customerId });
  for (const type of ["service.provisioned", "delivery.confirmed", "order.completed"])
    assert.equal(types.filter((each) => each === type).length, 1, type);
  const order = await showOrder(t.as("planner"), { orderId });
  assert.equal(order.status, "completed");
  assert.equal(order.items.at(-1)!.status, "active");
});
