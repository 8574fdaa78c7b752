import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { aDeliveredOrder, confirmInstalled } from "#test/story/delivered-order.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { changeSubscription } from "./change-subscription.ts";
import { pauseSubscription, resumeSubscription } from "./pause-subscription.ts";
import { listSubscriptions, mySubscriptions, showSubscription } from "./queries.ts";
import { scaleNet } from "./subscription.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const only = async (customerId: string) => {
  const { rows } = await listSubscriptions(t.as("biller"), { limit: 10, customerId });
  assert.equal(rows.length, 1);
  return rows[0]!;
};

test("the customer's confirmation starts each subscription once, on that local day", async () => {
  const order = await aDeliveredOrder(t);
  const subscription = await only(order.customerId);
  assert.deepEqual(
    [subscription.startsOn, subscription.termEndsOn, subscription.periodNetMinor, subscription.status],
    ["2026-03-18", "2027-03-18", 8_900n, "active"],
  );
  await confirmInstalled(t, order);
  await only(order.customerId);
  const shown = await showSubscription(t.as("biller"), { subscriptionId: subscription.id });
  assert.deepEqual(
    shown.items.map((item) => [item.kind, item.meter]),
    [
      ["recurring", null],
      ["usage", "minutes"],
    ],
  );
});

test("a change closes one version and opens another; a pause leaves a gap; an end closes all", async () => {
  const order = await aDeliveredOrder(t);
  const { id: subscriptionId } = await only(order.customerId);
  const biller = t.as("biller");
  await changeSubscription(biller, { subscriptionId, quantity: "3", effectiveOn: "2026-03-25" });
  await changeSubscription(biller, { subscriptionId, quantity: "3", effectiveOn: "2026-03-26" });
  await assert.rejects(
    changeSubscription(biller, { subscriptionId, quantity: "1", effectiveOn: "2026-03-20" }),
    /before_version/,
  );
  await assert.rejects(changeSubscription(biller, { subscriptionId, quantity: "1", effectiveOn: "2026-01-01" }), /before_start/);
  await pauseSubscription(biller, { subscriptionId, reason: "Travaux", effectiveOn: "2026-04-01" });
  await pauseSubscription(biller, { subscriptionId, reason: "Travaux", effectiveOn: "2026-04-01" });
  await assert.rejects(changeSubscription(biller, { subscriptionId, quantity: "1" }), /not_active/);
  await resumeSubscription(biller, { subscriptionId, effectiveOn: "2026-04-10" });
  const ended = await cancelSubscription(biller, { subscriptionId, reason: "Déménagement", endsOn: "2026-05-01" });
  assert.equal(ended.endsOn, "2026-05-01");
  assert.equal(
    (await cancelSubscription(biller, { subscriptionId, reason: "Encore", endsOn: "2026-06-01" })).endsOn,
    "2026-05-01",
  );
  const shown = await showSubscription(biller, { subscriptionId });
  assert.deepEqual(
    shown.items[0]!.versions.map((version) => [version.validFrom, version.validTo, version.quantity, version.periodNetMinor]),
    [
      ["2026-03-18", "2026-03-25", "1", 8_900n],
      ["2026-03-25", "2026-04-01", "3", 26_700n],
      ["2026-04-10", "2026-05-01", "3", 26_700n],
    ],
  );
  assert.deepEqual(await t.eventTypes({ subjectId: subscriptionId }), [
    "subscription.started",
    "subscription.changed",
    "subscription.paused",
    "subscription.resumed",
    "subscription.cancelled",
  ]);
});

test("a term renews by itself, or ends when it must not", async () => {
  const renewing = await aDeliveredOrder(t, "2026-03-18");
  const ending = await aDeliveredOrder(t, "2026-03-18");
  const customer = { kind: "customer", id: "c", contactId: newId(), customerId: ending.customerId, level: "full" } as const;
  const { id } = await only(ending.customerId);
  assert.equal((await cancelSubscription(t.as(customer), { subscriptionId: id, reason: "Fin" })).endsOn, "2027-03-18");
  t.clock.set(new Date("2027-03-18T08:00:00Z"));
  await t.runTimed("subscriptions/renew");
  await t.runTimed("subscriptions/renew");
  assert.equal((await only(renewing.customerId)).termEndsOn, "2028-03-18");
  assert.equal((await only(ending.customerId)).status, "ended");
  const renewed = (await t.eventTypes({ customerId: renewing.customerId })).filter((type) => type === "subscription.renewed");
  assert.equal(renewed.length, 1);
  t.clock.set(new Date("2026-03-18T08:00:00Z"));
});

test("customers see their own subscriptions and nobody else's", async () => {
  const order = await aDeliveredOrder(t);
  const stranger = { kind: "customer", id: "s", contactId: newId(), customerId: newId(), level: "full" } as const;
  const { id } = await only(order.customerId);
  await assert.rejects(showSubscription(t.as(stranger), { subscriptionId: id }), /not_found/);
  await assert.rejects(cancelSubscription(t.as(stranger), { subscriptionId: id, reason: "x" }), /not_found/);
  assert.deepEqual((await mySubscriptions(t.as(stranger), { limit: 10 })).rows, []);
});

test("the price of another quantity keeps the price per unit, rounded once", () => {
  assert.deepEqual([scaleNet(8_900n, "1", "3"), scaleNet(1_000n, "3", "2"), scaleNet(1_000n, "3", "1")], [26_700n, 667n, 333n]);
});
