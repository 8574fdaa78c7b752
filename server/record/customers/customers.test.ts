import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { appendMany } from "#events/append-many.ts";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { atelierMartin, jeanne, karim, lea, staff } from "#test/story/cast.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

const zero = "00000000-0000-7000-8000-00000000ffff";

test("an account opens with its people and a number, and is on the line", async () => {
  const noe = await t.signIn("seller");
  const made = await noe.post("/customers", {
    kind: "company",
    name: atelierMartin.name,
    siren: atelierMartin.siren,
    billingAddress: atelierMartin.address,
    contacts: [{ ...lea, roles: ["buyer", "decision_maker"] }, karim, jeanne],
  });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.match(made.body.number, /^CLI-\d{5}$/);
  const shown = await noe.get(`/customers/${made.body.id}`);
  assert.equal(shown.body.customer.ownerName, staff.seller.name);
  assert.deepEqual(
    shown.body.contacts.map((contact: { firstName: string; isPrimary: boolean }) => [contact.firstName, contact.isPrimary]),
    [
      ["Léa", true],
      ["Karim", false],
      ["Jeanne", false],
    ],
  );
  assert.equal(shown.body.customer.billingAddress.city, "Marseille");
  assert.deepEqual(await t.eventTypes({ customerId: made.body.id }), [
    "customer.created",
    "contact.added",
    "contact.added",
    "contact.added",
  ]);
  for (const search of ["atel mart", "lea", "karim.haddad@", made.body.number, "552100554"]) {
    const found = await noe.get("/customers", { search });
    assert.deepEqual(
      found.body.rows.map((row: { name: string }) => row.name),
      [atelierMartin.name],
      search,
    );
  }
});

test("the same request twice makes one account; the same key with other content is refused", async () => {
  const noe = await t.signIn("seller");
  const key = { "idempotency-key": "same-key-twice" };
  const [first, second] = [
    await noe.post("/customers", { kind: "person", name: "Ada Bréval" }, key),
    await noe.post("/customers", { kind: "person", name: "Ada Bréval" }, key),
  ];
  assert.equal(first.body.id, second.body.id);
  assert.equal((await noe.post("/customers", { kind: "person", name: "Someone else" }, key)).body.code, "idempotency.mismatch");
});

test("malformed input names the field and writes nothing", async () => {
  const noe = await t.signIn("seller");
  for (const body of [
    { kind: "company" },
    { kind: "company", name: "  " },
    { kind: "club", name: "X" },
    { kind: "company", name: "X", siren: "12" },
    { kind: "company", name: "X", contacts: [{ email: "not an address" }] },
    { kind: "company", name: "x".repeat(200) },
  ]) {
    const answer = await noe.post("/customers", body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.ok(answer.body.errors.length > 0);
  }
  const nameless = await noe.post("/customers", { kind: "company", name: "Vide", contacts: [{ jobTitle: "?" }] });
  assert.equal(nameless.body.code, "contact.nameless");
  assert.equal((await noe.get("/customers", { search: "Vide" })).body.rows.length, 0);
});

test("every field has a history: what it was, what it became, who changed it", async () => {
  const [noe, zoe] = [await t.signIn("seller"), await t.signIn("agent")];
  const { body } = await noe.post("/customers", { kind: "company", name: "Histoire SARL" });
  await noe.patch(`/customers/${body.id}`, { sector: "Menuiserie", size: "1-9" });
  await zoe.patch(`/customers/${body.id}`, { sector: "Ébénisterie" });
  await zoe.patch(`/customers/${body.id}`, { sector: "Ébénisterie" });
  const history = await noe.get(`/customers/${body.id}/history`, { field: "sector" });
  assert.deepEqual(
    history.body.rows.map((row: Record<string, unknown>) => [row.before, row.after, row.actorName]),
    [
      ["Menuiserie", "Ébénisterie", staff.agent.name],
      [null, "Menuiserie", staff.seller.name],
    ],
  );
});

test("outside someone's scope an account does not exist", async () => {
  const [camille, noe] = [await t.signIn("admin"), await t.signIn("seller")];
  const { body } = await camille.post("/customers", { kind: "company", name: "Compte réservé", ownerId: staff.agent.id });
  for (const path of [
    `/customers/${body.id}`,
    `/customers/${body.id}/timeline`,
    `/customers/${body.id}/history`,
    `/customers/${body.id}/duplicates`,
  ])
    assert.equal((await noe.get(path)).status, 404, path);
  assert.equal((await noe.patch(`/customers/${body.id}`, { sector: "x" })).status, 404);
  assert.equal((await noe.post(`/customers/${body.id}/contacts`, { firstName: "x" })).status, 404);
  assert.equal((await noe.get("/customers", { search: "réservé" })).body.rows.length, 0);
  const events = await noe.get("/events", { customerId: body.id });
  assert.equal(events.body.rows.length, 0);
  assert.equal((await camille.get("/events", { customerId: body.id })).body.rows.length, 1);
  assert.equal((await noe.get(`/customers/${zero}`)).status, 404);
});

test("a figure counts everyone; its events open within one's scope, which says how many it leaves out", async () => {
  const [camille, noe] = [await t.signIn("admin"), await t.signIn("seller")];
  const make = async (name: string, ownerId: string) =>
    (await camille.post("/customers", { kind: "company", name, ownerId })).body.id as string;
  const [mine, theirs] = [await make("À Noé", staff.seller.id), await make("À Zoé", staff.agent.id)];
  const { body: contact } = await camille.post(`/customers/${theirs}/contacts`, { firstName: "Rita" });
  const idOf = async (subjectId: string) =>
    (await t.app.db.selectFrom("events").select("id").where("subject_id", "=", subjectId).executeTakeFirstOrThrow()).id;
  // stated before the person had an account: who may see it is decided by the account they have now
  const early = await write(t.as(), (tx) =>
    append(tx, t.as(), "lead.captured", {
      subjectId: newId(),
      contactId: contact.id,
      data: { source: "form", name: "Rita", email: null, company: null },
    }),
  );
  const ids = [await idOf(mine), await idOf(theirs), early.eventId];
  const asked = `/api/event-count?${ids.map((id) => `ids[]=${id}`).join("&")}`;
  assert.deepEqual((await noe.request("GET", asked)).body, { total: 3, visible: 1, more: false });
  assert.deepEqual((await camille.request("GET", asked)).body, { total: 3, visible: 3, more: false });
  const listed = await noe.request("GET", asked.replace("event-count", "events"));
  assert.deepEqual(
    listed.body.rows.map((row: { customerName: string }) => row.customerName),
    ["À Noé"],
  );
  assert.equal((await noe.get(`/events/${early.eventId}/causes`)).status, 404);
  assert.equal((await camille.get(`/events/${early.eventId}/causes`)).status, 200);
});

test("one timeline: the account, its people, and the anonymous visitor who became known; causes lead back to the first click", async () => {
  const noe = await t.signIn("seller");
  const visitorId = newId();
  const earlier = (minutes: number) => new Date(t.clock.now().getTime() - minutes * 60_000);
  await write(t.as(), (tx) =>
    appendMany(tx, t.as(), "page.viewed", [
      {
        subjectId: visitorId,
        occurredAt: earlier(30),
        channel: "web",
        data: { path: "/fibre", visitorId, utm: { utm_source: "newsletter" } },
      },
    ]),
  );
  const { recogniseContact } = await import("./recognise-contact.ts");
  const { contactId } = await recogniseContact(t.as(), {
    email: "Line@Exemple.example",
    firstName: "Line",
    lastName: "Verdier",
    visitorId,
  });
  const again = await recogniseContact(t.as(), { email: "line@exemple.example", phone: "06 01 02 03 04" });
  assert.equal(again.contactId, contactId);
  const { body: account } = await noe.post("/customers", { kind: "company", name: "Exemple" });
  await noe.patch(`/contacts/${contactId}`, { customerId: account.id });
  const leadId = newId();
  await write(t.as(), (tx) =>
    append(tx, t.as(), "lead.captured", {
      subjectId: leadId,
      contactId,
      follows: contactId,
      data: { source: "form", name: "Line Verdier", email: "line@exemple.example", company: null },
    }),
  );
  const timeline = await noe.get(`/customers/${account.id}/timeline`, { limit: 10 });
  const rows = timeline.body.rows as { id: string; type: string; sentence: { en: string; fr: string } }[];
  assert.deepEqual(
    new Set(rows.map((row) => row.type)),
    new Set(["page.viewed", "contact.added", "contact.identified", "customer.created", "lead.captured"]),
  );
  assert.equal(rows.at(-1)!.type, "page.viewed");
  assert.equal(rows.at(-1)!.sentence.fr, "A consulté /fibre");
  const lead = rows.find((row) => row.type === "lead.captured")!;
  const why = await noe.get(`/events/${lead.id}/causes`);
  assert.equal(why.body.causes.at(-1).type, "page.viewed");
  const first = await noe.get(`/events/${why.body.causes.at(-1).id}/causes`);
  assert.ok(first.body.effects.some((effect: { type: string }) => effect.type === "lead.captured"));

  const paged: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await noe.get(`/customers/${account.id}/timeline`, cursor ? { limit: 2, cursor } : { limit: 2 });
    paged.push(...body.rows.map((row: { id: string }) => row.id));
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
  }
  assert.deepEqual(
    paged,
    rows.map((row) => row.id),
  );
  assert.equal(
    (await noe.get(`/customers/${account.id}/timeline`, { stage: "discover" })).body.rows.every(
      (row: { stage: string }) => row.stage === "discover",
    ),
    true,
  );
});

test("a shared computer is not taken away from who was known on it first", async () => {
  const { recogniseContact } = await import("./recognise-contact.ts");
  const visitorId = newId();
  const first = await recogniseContact(t.as(), { email: "premiere@partage.example", visitorId });
  const second = await recogniseContact(t.as(), { email: "seconde@partage.example", visitorId });
  assert.equal(first.visitorId, visitorId);
  assert.notEqual(second.visitorId, visitorId);
  assert.notEqual(first.contactId, second.contactId);
});

test("any figure opens the events behind it, by kind, stage and period", async () => {
  const noe = await t.signIn("admin");
  const byType = await noe.request("GET", "/api/events?types[]=customer.created&types[]=contact.added&limit=200");
  assert.equal(byType.status, 200, JSON.stringify(byType.body));
  assert.ok(byType.body.rows.length > 4);
  assert.ok(byType.body.rows.every((row: { type: string }) => row.type === "customer.created" || row.type === "contact.added"));
  const byStage = await noe.get("/events", { stage: "discover" });
  assert.ok(byStage.body.rows.length > 0 && byStage.body.rows.every((row: { stage: string }) => row.stage === "discover"));
  assert.equal((await noe.get("/events", { stage: "discover", to: "2020-01-01T00:00:00Z" })).body.rows.length, 0);
});
