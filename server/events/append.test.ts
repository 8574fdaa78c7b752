import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { append } from "./append.ts";
import { appendMany } from "./append-many.ts";

let t: TestApp;
before(async () => {
  t = await testApp({ seed: false });
});
after(() => t.close());

const stored = (id: string) => t.app.db.selectFrom("events").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

test("a fact about a new subject follows the subject it grew out of, and keeps its line", async () => {
  const campaignId = newId();
  const [launched, ended] = await write(t.as("marketer"), async (tx) => {
    const first = await append(tx, t.as("marketer"), "campaign.launched", {
      subjectId: campaignId,
      data: { name: "Fibre", offer: "fibre", segmentId: null, landingSlug: null },
    });
    const second = await append(tx, t.as("marketer"), "lead.disqualified", {
      subjectId: newId(),
      follows: campaignId,
      data: { reason: "test" },
    });
    return [first, second] as const;
  });
  assert.equal((await stored(ended.eventId)).causation_id, launched.eventId);
  assert.equal(ended.correlationId, launched.eventId);
  assert.equal((await stored(launched.eventId)).stage, "discover");
});

test("data that is not what the catalog says is refused before anything is written", async () => {
  await assert.rejects(
    write(t.as(), (tx) => append(tx, t.as(), "campaign.ended", { subjectId: newId(), data: { name: 3 as never } })),
  );
});

test("facts cannot be changed or removed", async () => {
  await assert.rejects(t.app.pool.query("update events set type = 'x'"), /append-only/);
  await assert.rejects(t.app.pool.query("delete from events"), /append-only/);
});

test("a roll-back takes the event and its reactions with it", async () => {
  const subjectId = newId();
  await assert.rejects(
    write(t.as(), async (tx) => {
      await append(tx, t.as(), "campaign.ended", { subjectId, data: { name: "x" } });
      throw new Error("no");
    }),
  );
  assert.deepEqual(await t.eventTypes({ subjectId }), []);
});

test("the same idempotency key gives the same answer once, and refuses other content", async () => {
  const subjectId = newId();
  const ctx = (inputHash: string) => t.as("marketer", { idempotency: { key: "key-12345678", operation: "test", inputHash } });
  const run = (inputHash: string) =>
    write(ctx(inputHash), async (tx) => {
      await append(tx, t.as("marketer"), "campaign.ended", { subjectId, data: { name: "once" } });
      return { id: subjectId, at: t.clock.now(), totalMinor: 12n };
    });
  const first = await run("a");
  assert.deepEqual(await run("a"), first);
  assert.deepEqual(await t.eventTypes({ subjectId }), ["campaign.ended"]);
  await assert.rejects(run("b"), /idempotency.mismatch/);
});

test("a stream of facts is written in one statement, each its own line", async () => {
  const visitorId = newId();
  const ids = await write(t.as(), (tx) =>
    appendMany(
      tx,
      t.as(),
      "page.viewed",
      Array.from({ length: 500 }, (_, i) => ({
        subjectId: visitorId,
        occurredAt: new Date(t.clock.now().getTime() + i),
        data: { path: `/p/${i}`, visitorId, utm: {} },
      })),
    ),
  );
  assert.equal(new Set(ids).size, 500);
  assert.equal((await t.eventTypes({ subjectId: visitorId })).length, 500);
});
