import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { placeOrder } from "#back-office/orders/place-order.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { soldLines } from "#test/story/sold-lines.ts";
import { showPlan } from "./queries.ts";
import { deliverShipment, dispatchShipment } from "./ship-order.ts";
import { failTask, retryTask } from "./task-moves.ts";
import { movePromise } from "./watch-promise.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  customerId = newId();
  await t.app.db
    .insertInto("customers")
    .values({ id: customerId, number: "CLI-T1", kind: "company", name: "Atelier Martin" })
    .execute();
});
after(() => t.close());

async function plannedOrder(): Promise<string> {
  const { id } = await placeOrder(t.as(), {
    quoteId: null,
    opportunityId: null,
    customerId,
    contactId: null,
    currency: "EUR",
    netMinor: 42_700n,
    totalMinor: 51_240n,
    lines: soldLines(),
    deliveryAddress: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
    locale: "fr",
  });
  await t.drain();
  return id;
}
const planOf = (orderId: string) => showPlan(t.as("planner"), { orderId });

test("an order is taken apart into shipment, visit and activation, each after what it needs, with one promised day", async () => {
  const plan = await planOf(await plannedOrder());
  const [ship, install, provision] = plan.tasks;
  assert.deepEqual(
    plan.tasks.map((task) => [task.kind, task.status]),
    [
      ["ship", "ready"],
      ["install", "waiting"],
      ["provision", "waiting"],
    ],
  );
  assert.deepEqual(install!.dependsOn, [ship!.id]);
  assert.deepEqual(new Set(provision!.dependsOn), new Set([ship!.id, install!.id]));
  assert.equal(ship!.dueAt.toISOString(), "2026-03-05T17:00:00.000Z");
  assert.equal(plan.promisedOn, "2026-03-09");
});

test("a delivered parcel lets the visit begin; a confirmed visit switches the line on by itself", async () => {
  const orderId = await plannedOrder();
  const [ship, install, provision] = (await planOf(orderId)).tasks;
  await dispatchShipment(t.as("planner"), { taskId: ship!.id, carrier: "Chronopost", tracking: "XY1" });
  await dispatchShipment(t.as("planner"), { taskId: ship!.id, carrier: "Chronopost", tracking: "XY1" });
  await assert.rejects(
    dispatchShipment(t.as("planner"), { taskId: install!.id, carrier: "x", tracking: "y" }),
    /task.wrong_kind/,
  );
  await deliverShipment(t.as("planner"), { taskId: ship!.id, receivedBy: "Léa Martin" });
  assert.equal((await planOf(orderId)).tasks[1]!.status, "ready");
  await write(t.as(), (tx) =>
    append(tx, t.as(), "installation.confirmed", {
      subjectId: newId(),
      customerId,
      data: { orderId, appointmentId: newId(), taskId: install!.id, confirmedBy: "Léa Martin", firstTimeRight: true },
    }),
  );
  await t.drain();
  const after = await planOf(orderId);
  assert.equal(after.tasks[1]!.status, "completed");
  assert.notEqual(after.tasks[2]!.status, "waiting");
  const types = await t.eventTypes({ customerId });
  assert.equal(types.filter((type) => type === "shipment.dispatched").length, 1);
  assert.ok(types.includes("task.started") && provision);
});

test("a slip is said before it happens, once per new date; moving the promise keeps the first in the facts", async () => {
  const orderId = await plannedOrder();
  const [ship] = (await planOf(orderId)).tasks;
  await failTask(t.as("planner"), { taskId: ship!.id, reason: "Rupture de stock" });
  t.clock.set(new Date("2026-03-05T16:00:00Z"));
  await t.runTimed("fulfillment/watch-promises");
  await t.runTimed("fulfillment/watch-promises");
  assert.equal((await planOf(orderId)).jeopardy, null, "still in time");
  t.clock.set(new Date("2026-03-09T16:00:00Z"));
  await t.runTimed("fulfillment/watch-promises");
  await t.runTimed("fulfillment/watch-promises");
  const plan = await planOf(orderId);
  assert.match(plan.jeopardy!, /Rupture de stock/);
  assert.ok(plan.expectedOn > plan.promisedOn);
  assert.equal((await t.eventTypes({ subjectId: orderId })).filter((type) => type === "order.jeopardised").length, 1);
  await assert.rejects(movePromise(t.as("planner"), { orderId, to: "2026-03-01", reason: "x" }), /promise.in_the_past/);
  await movePromise(t.as("planner"), { orderId, to: plan.expectedOn, reason: "Rupture de stock" });
  await retryTask(t.as("planner"), { taskId: ship!.id });
  await assert.rejects(retryTask(t.as("planner"), { taskId: ship!.id }), /task.not_failed/);
  assert.equal((await planOf(orderId)).tasks[0]!.status, "ready");
});

test("a customer sees the plan of their own order only", async () => {
  const orderId = await plannedOrder();
  const stranger = { kind: "customer", id: "s", contactId: newId(), customerId: newId(), level: "full" } as const;
  await assert.rejects(showPlan(t.as(stranger), { orderId }), /not_found/);
});
