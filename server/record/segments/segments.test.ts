import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { rebuild } from "#events/project.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { giveConsent } from "#record/consent/give-consent.ts";
import { withdrawConsent } from "#record/consent/withdraw-consent.ts";
import { changeCustomer } from "#record/customers/change-customer.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type Client, type TestServer, testServer } from "#test/harness/http.ts";
import { segmentMembership } from "./follow-log.ts";

let t: TestServer;
let ines: Client;
before(async () => {
  t = await testServer();
  ines = await t.signIn("marketer");
});
after(() => t.close());

let made = 0;
const person = async (name: string, more: Record<string, unknown> = {}) => {
  made += 1;
  const { id, contactIds } = await createCustomer(t.as("admin"), {
    kind: "company",
    name,
    ...more,
    contacts: [{ firstName: name, email: `p${made}@exemple.example`, roles: ["buyer"] }],
  });
  return { customerId: id, contactId: contactIds[0]! };
};
const create = async (name: string, rules: unknown[], match = "all") => {
  const answer = await ines.post("/segments", { name, definition: { groups: [{ match, rules }] } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.id as string;
};
const members = async (segmentId: string) =>
  (await ines.get(`/segments/${segmentId}/members`)).body.rows.map((row: { name: string }) => row.name).sort();
const placed = (who: { customerId: string; contactId: string }, daysAgo = 0) =>
  write(t.as(), (tx) =>
    append(tx, t.as(), "survey.answered", {
      subjectId: newId(),
      ...who,
      occurredAt: new Date(t.clock.now().getTime() - daysAgo * 86_400_000),
      data: answered(4),
    }),
  );
const answered = (score: number) => ({ surveyId: newId(), kind: "nps" as const, score, journeyStage: "use", about: "test" });

test("people come and go as things happen to them", async () => {
  const [a, b] = [await person("Anaïs", { sector: "Menuiserie" }), await person("Basile", { sector: "Boulangerie" })];
  const agreed = await create("Ont dit oui", [{ kind: "consent", purpose: "marketing_email", state: "given" }]);
  const joiners = await create("Menuisiers", [{ kind: "field", field: "customer.sector", op: "is", value: "menuiserie" }]);
  assert.deepEqual(await members(joiners), ["Anaïs"]);
  await giveConsent(t.as(), { contactId: a.contactId, purpose: "marketing_email", how: "test" });
  await giveConsent(t.as(), { contactId: b.contactId, purpose: "marketing_email", how: "test" });
  await changeCustomer(t.as("admin"), { customerId: b.customerId, sector: "Menuiserie" });
  await t.drain();
  assert.deepEqual(await members(agreed), ["Anaïs", "Basile"]);
  assert.deepEqual(await members(joiners), ["Anaïs", "Basile"]);
  await withdrawConsent(t.as(), { contactId: a.contactId, purpose: "marketing_email" });
  await t.drain();
  assert.deepEqual(await members(agreed), ["Basile"]);
  const { body } = await ines.get("/segments");
  assert.equal(body.rows.find((row: { id: string }) => row.id === agreed).members, 1);
});

test("rules count events, by person or account, within days, with conditions on their facts", async () => {
  const [c, d] = [await person("Clara"), await person("Denis")];
  await placed(c);
  await placed(d, 40);
  await t.drain();
  const recent = await create("Détracteurs du mois", [
    {
      kind: "event",
      type: "survey.answered",
      op: "at_least",
      withinDays: 30,
      of: "person",
      where: [{ field: "score", op: "at_most", value: 6 }],
    },
  ]);
  assert.deepEqual(await members(recent), ["Clara"]);
  const happy = await create("Promoteurs", [
    { kind: "event", type: "survey.answered", op: "at_least", where: [{ field: "score", op: "at_least", value: 9 }] },
  ]);
  assert.deepEqual(await members(happy), []);
  const never = await create("Jamais interrogés", [{ kind: "event", type: "survey.answered", op: "never" }]);
  assert.ok(!(await members(never)).includes("Denis"));
  t.clock.advanceMs(31 * 86_400_000);
  await t.runTimed("segments/age");
  assert.deepEqual(await members(recent), [], "time alone takes people out");
});

test("the newest of several facts, the stage, roles, other segments, any or all", async () => {
  const e = await person("Élodie", { sector: "Édition" });
  const either = await create(
    "Édition ou conserverie",
    [
      { kind: "field", field: "customer.sector", op: "in", values: ["édition", "conserverie"] },
      { kind: "field", field: "customer.name", op: "starts_with", value: "zz" },
    ],
    "any",
  );
  assert.deepEqual(await members(either), ["Élodie"]);
  const built = await create("Sur un autre", [
    { kind: "segment", segmentId: either },
    { kind: "field", field: "contact.roles", op: "in", values: ["buyer", "it"] },
  ]);
  assert.deepEqual(await members(built), ["Élodie"]);
  const latest = await create("Vus en dernier", [
    { kind: "latest", among: ["customer.created", "contact.added"], is: "contact.added", of: "account" },
    { kind: "field", field: "customer.sector", op: "is", value: "édition" },
  ]);
  assert.deepEqual(await members(latest), ["Élodie"]);
  await write(t.as(), (tx) =>
    append(tx, t.as(), "lead.captured", {
      subjectId: newId(),
      ...e,
      data: { source: "manual", name: "Élodie", email: null, company: null },
    }),
  );
  const stage = await create("En demande", [
    { kind: "stage", stages: ["enquire"] },
    { kind: "segment", segmentId: either },
  ]);
  assert.deepEqual(await members(stage), ["Élodie"]);
  assert.equal(
    (await ines.patch(`/segments/${either}`, { definition: { groups: [{ rules: [{ kind: "segment", segmentId: built }] }] } }))
      .body.code,
    "segment.builds_on_itself",
  );
  const preview = await ines.post("/segments/preview", {
    definition: { groups: [{ rules: [{ kind: "field", field: "customer.sector", op: "contains", value: "dit" }] }] },
  });
  assert.equal(preview.body.count, 1);
  assert.equal(preview.body.sample[0].contactId, e.contactId);
});

test("rebuilt from zero, membership is the same", async () => {
  const read = async () =>
    (
      await t.app.db
        .selectFrom("segment_members")
        .select(["segment_id", "contact_id"])
        .orderBy("segment_id")
        .orderBy("contact_id")
        .execute()
    ).map((row) => `${row.segment_id} ${row.contact_id}`);
  await t.drain();
  const living = new Set(
    (await ines.get("/segments")).body.rows
      .filter((row: { name: string }) => row.name !== "Détracteurs du mois")
      .map((row: { id: string }) => row.id),
  );
  const kept = (await read()).filter((row) => living.has(row.slice(0, 36)));
  await rebuild(t.app, segmentMembership);
  assert.deepEqual(
    (await read()).filter((row) => living.has(row.slice(0, 36))),
    kept,
  );
});

test("what makes no sense is refused with the place, and an archived name is free again", async () => {
  for (const rules of [
    [{ kind: "event", type: "no.such_event", op: "never" }],
    [{ kind: "field", field: "customer.sector", op: "is" }],
    [{ kind: "field", field: "customer.createdAt", op: "after", value: "yesterday" }],
  ]) {
    assert.equal(
      (await ines.post("/segments", { name: "Faux", definition: { groups: [{ rules }] } })).status,
      422,
      JSON.stringify(rules),
    );
  }
  for (const rules of [
    [{ kind: "field", field: "customer.password", op: "is", value: "x" }],
    [{ kind: "event", type: "page.viewed", op: "at_least", where: [{ field: "a'; drop", op: "is", value: 1 }] }],
    [],
  ]) {
    assert.equal(
      (await ines.post("/segments", { name: "Faux", definition: { groups: [{ rules }] } })).status,
      400,
      JSON.stringify(rules),
    );
  }
  const id = await create("Unique", [{ kind: "stage", stages: ["pay"] }]);
  assert.equal((await ines.post("/segments", { name: "UNIQUE", definition: { groups: [] } })).body.code, "segment.name_taken");
  await ines.post(`/segments/${id}/archival`);
  assert.equal((await ines.post("/segments", { name: "Unique", definition: { groups: [] } })).status, 200);
  assert.equal((await ines.delete(`/segments/${id}/archival`)).body.code, "segment.name_taken");
  assert.equal((await (await t.signIn("technician")).post("/segments", { name: "X", definition: { groups: [] } })).status, 403);
});
