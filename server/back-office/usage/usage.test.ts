import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { aDeliveredOrder } from "#test/story/delivered-order.ts";
import { correctUsage } from "./correct-usage.ts";
import { currentUsage, listUsage, myUsage } from "./queries.ts";
import { recordUsage, type UsageRow } from "./record-usage.ts";

let t: TestApp;
let customerId: string;
let subscriptionId: string;
before(async () => {
  t = await testApp();
  ({ customerId } = await aDeliveredOrder(t));
  const row = await t.app.db
    .selectFrom("subscriptions")
    .select("id")
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  subscriptionId = row.id;
  t.clock.set(new Date("2026-03-25T12:00:00Z"));
});
after(() => t.close());

const usage = (sourceId: string, quantity: string, at = "2026-03-20T10:00:00Z", rest: Partial<UsageRow> = {}): UsageRow => ({
  source: "switch",
  sourceId,
  subscriptionId,
  meter: "minutes",
  quantity,
  at: new Date(at),
  ...rest,
});
const used = async () => (await currentUsage(t.as("biller"), { subscriptionId })).rows[0]!.used;

test("a batch counts what is new, the duplicates, and says what it cannot take; nothing is doubled or lost", async () => {
  const batch = [
    usage("a", "60"),
    usage("b", "12.5", "2026-03-19T08:00:00Z"),
    usage("b", "12.5", "2026-03-19T08:00:00Z"),
    usage("c", "1", undefined, { subscriptionId: newId() }),
    usage("d", "1", undefined, { meter: "gigabytes" }),
    usage("e", "1", "2026-04-20T08:00:00Z"),
  ];
  const first = await recordUsage(t.as("biller"), { records: batch });
  assert.deepEqual([first.accepted, first.duplicates], [2, 1]);
  assert.deepEqual(
    first.problems.map(({ index, code }) => [index, code]),
    [
      [3, "unknown_subscription"],
      [4, "unknown_meter"],
      [5, "in_the_future"],
    ],
  );
  const again = await recordUsage(t.as("biller"), { records: batch });
  assert.deepEqual([again.accepted, again.duplicates], [0, 3]);
  assert.equal(await used(), "72.5");
  assert.equal((await t.eventTypes({ customerId })).filter((type) => type === "usage.recorded").length, 2);
});

test("two batches with the same records at the same time count once", async () => {
  const records = Array.from({ length: 50 }, (_, n) => usage(`race-${n}`, "0.1"));
  const results = await Promise.all([0, 1, 2].map(() => recordUsage(t.as("biller"), { records: records.toReversed() })));
  assert.equal(
    results.reduce((sum, result) => sum + result.accepted, 0),
    50,
  );
  assert.equal(await used(), "77.5");
});

test("the customer is told once at 80 and at 100 % of what is included", async () => {
  const told = async () => (await t.eventTypes({ customerId })).filter((type) => type === "usage.threshold_reached").length;
  await recordUsage(t.as("biller"), { records: [usage("f", "85")] });
  assert.equal(await told(), 1);
  await recordUsage(t.as("biller"), { records: [usage("g", "100")] });
  await recordUsage(t.as("biller"), { records: [usage("h", "1")] });
  assert.equal(await told(), 2);
});

test("a correction stands in for a record, once; taken back, it counts for nothing", async () => {
  const biller = t.as("biller");
  const before = Number(await used());
  const correction = { source: "switch", sourceId: "a", correctionId: "a-2", quantity: "50", reason: "Mauvaise zone" };
  await correctUsage(biller, correction);
  await correctUsage(biller, correction);
  assert.equal(Number(await used()), before - 10);
  await assert.rejects(correctUsage(biller, { ...correction, correctionId: "a-3" }), /already_corrected/);
  await correctUsage(biller, { source: "switch", sourceId: "a-2", correctionId: "a-4", reason: "Jamais eu lieu" });
  assert.equal(Number(await used()), before - 60);
  await assert.rejects(correctUsage(biller, { ...correction, sourceId: "zzz", correctionId: "z" }), /not_found/);
});

test("customers see their own usage with its watermark, strangers none", async () => {
  const me = { kind: "customer", id: "c", contactId: newId(), customerId, level: "link" } as const;
  const mine = await myUsage(t.as(me));
  assert.deepEqual([mine.rows.length, mine.rows[0]!.included, mine.rows[0]!.periodFrom], [1, "200", "2026-03-01"]);
  assert.equal(mine.asOf.toISOString(), "2026-03-25T12:00:00.000Z");
  assert.deepEqual((await myUsage(t.as({ ...me, customerId: newId() }))).rows, []);
  const page = await listUsage(t.as("biller"), { limit: 2, subscriptionId });
  assert.equal(page.rows.length, 2);
  assert.ok(page.nextCursor);
});
