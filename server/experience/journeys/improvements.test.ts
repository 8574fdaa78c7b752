import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type Client, type TestServer, testServer } from "#test/harness/http.ts";

let t: TestServer;
let lead: Client;
before(async () => {
  t = await testServer();
  lead = await t.signIn("cx_lead");
});
after(() => t.close());

const list = async () => (await lead.get("/journeys/customer/improvements")).body;
const name = { en: "Nobody says when the technician comes", fr: "Personne ne dit quand vient le technicien" };

test("a pain point is noted, moved to its stage, taken away with what did it, and may come back; each is a fact", async () => {
  const { status, body } = await lead.post("/journeys/customer/pain-points", { stage: "use", name });
  assert.equal(status, 200, JSON.stringify(body));
  const painPointId = body.id as string;
  const path = `/pain-points/${painPointId}`;
  assert.equal((await lead.patch(path, { stage: "receive" })).status, 200);
  const onMap = async () =>
    (await lead.get("/journeys/customer/map")).body.stages
      .find(({ key }: { key: string }) => key === "receive")
      .pains.map((pain: { name: { en: string } }) => pain.name.en);
  assert.ok((await onMap()).includes(name.en));
  assert.equal((await lead.delete(`${path}/closing`)).status, 409, "it is open");
  assert.equal((await lead.post(`${path}/closing`, { done: "A message the evening before" })).status, 200);
  assert.equal((await lead.post(`${path}/closing`, { done: "again" })).status, 409);
  assert.equal((await list()).pains[0].closedByWords, "A message the evening before");
  assert.ok(!(await onMap()).includes(name.en));
  assert.equal((await lead.delete(`${path}/closing`)).status, 200);
  assert.deepEqual(await t.eventTypes({ subjectId: painPointId }), ["pain.noted", "pain.closed", "pain.reopened"]);
});

test("an improvement has an owner, a date and a pain point; moving it on is a fact, saying it better is not", async () => {
  const painPointId = (await list()).pains[0].id as string;
  const made = await lead.post("/journeys/customer/improvements", { stage: "receive", name: "Tell the day before", painPointId });
  const improvementId = made.body.id as string;
  const path = `/improvements/${improvementId}`;
  const ownerId = t.as("planner").actor.id;
  assert.equal((await lead.patch(path, { name: "Tell the evening before", ownerId, dueOn: "2026-04-01" })).status, 200);
  assert.equal((await lead.patch(path, { status: "doing" })).status, 200);
  assert.equal((await lead.patch(path, { status: "done" })).status, 200);
  const [row] = (await list()).improvements;
  assert.deepEqual(
    [row.name, row.status, row.ownerId, row.dueOn, row.painPointId, row.closedAt !== null],
    ["Tell the evening before", "done", ownerId, "2026-04-01", painPointId, true],
  );
  assert.equal((await lead.patch(path, { ownerId: null, painPointId: null, status: "open" })).status, 200);
  assert.deepEqual([(await list()).improvements[0].ownerId, (await list()).improvements[0].closedAt], [null, null]);
  assert.deepEqual(await t.eventTypes({ subjectId: improvementId }), [
    "improvement.noted",
    "improvement.moved",
    "improvement.moved",
    "improvement.moved",
  ]);
});

test("what is malformed, unknown or not permitted is refused", async () => {
  const painPointId = (await list()).pains[0].id as string;
  assert.equal((await lead.post("/journeys/customer/pain-points", { stage: "use", name: { en: "x" } })).status, 400);
  assert.equal((await lead.post("/journeys/customer/pain-points", { stage: "nowhere", name })).status, 404);
  assert.equal((await lead.patch(`/pain-points/${painPointId}`, { stage: "nowhere" })).status, 404);
  assert.equal((await lead.patch(`/pain-points/${newId()}`, { stage: "use" })).status, 404);
  assert.equal((await lead.post(`/pain-points/${painPointId}/closing`, { done: "" })).status, 400);
  const foreign = { stage: "use", name: "x", painPointId: newId() };
  assert.equal((await lead.post("/journeys/customer/improvements", foreign)).status, 404);
  assert.equal((await lead.patch(`/improvements/${newId()}`, { status: "done" })).status, 404);
  const seller = await t.signIn("seller");
  assert.equal((await seller.get("/journeys/customer/improvements")).status, 200);
  assert.equal((await seller.post("/journeys/customer/pain-points", { stage: "use", name })).status, 403);
  assert.equal((await seller.post(`/pain-points/${painPointId}/closing`, { done: "x" })).status, 403);
});
