import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { write } from "#platform/write.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { verifyIdentifier } from "./identifiers.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

const make = async (name: string, more: Record<string, unknown> = {}) => {
  const camille = await t.signIn("admin");
  const { body } = await camille.post("/customers", { kind: "company", name, ...more });
  return { id: body.id as string, contactIds: body.contactIds as string[], client: camille };
};

test("likely duplicates are proposed with their reasons, best first, and nothing merges by itself", async () => {
  const a = await make("Société Les Écluses SARL", {
    contacts: [{ firstName: "Paule", email: "paule@ecluses.example", phone: "06 11 22 33 44" }],
  });
  const b = await make("LES ECLUSES", { siren: "552081317", contacts: [{ firstName: "Paule", email: "PAULE@ecluses.example" }] });
  const c = await make("Autre maison", { contacts: [{ firstName: "Jean", phone: "+33 6 11 22 33 44" }] });
  const { body } = await a.client.get(`/customers/${a.id}/duplicates`);
  assert.deepEqual(
    body.rows.map((row: { customerId: string }) => row.customerId),
    [b.id, c.id],
  );
  assert.deepEqual(body.rows[0].reasons, ["email", "name"]);
  assert.equal(body.rows[0].score, 0.92);
  assert.deepEqual(body.rows[1].reasons, ["phone"]);
});

test("a merge brings people and their line along, and a split puts every row back", async () => {
  const a = await make("Port Nord", { contacts: [{ firstName: "Anne", email: "anne@nord.example" }] });
  const b = await make("Port Nord bis", {
    sector: "Logistique",
    siren: "732829320",
    contacts: [{ firstName: "Bob", email: "bob@nord.example" }],
  });
  const camille = a.client;
  const { body: merge, status } = await camille.post(`/customers/${a.id}/merges`, { mergedId: b.id });
  assert.equal(status, 200, JSON.stringify(merge));
  const merged = await camille.get(`/customers/${a.id}`);
  assert.deepEqual(
    merged.body.contacts.map((contact: { firstName: string }) => contact.firstName),
    ["Anne", "Bob"],
  );
  assert.equal(merged.body.contacts.filter((contact: { isPrimary: boolean }) => contact.isPrimary).length, 1);
  assert.equal(merged.body.customer.sector, "Logistique");
  assert.equal(merged.body.customer.siren, "732829320");
  assert.equal((await camille.get(`/customers/${b.id}`)).status, 404);
  const line = await camille.get(`/customers/${a.id}/timeline`);
  assert.equal(line.body.rows.filter((row: { type: string }) => row.type === "customer.created").length, 2);

  assert.equal((await camille.post(`/merges/${merge.id}/split`)).status, 200);
  const [left, right] = [await camille.get(`/customers/${a.id}`), await camille.get(`/customers/${b.id}`)];
  assert.deepEqual(
    left.body.contacts.map((contact: { firstName: string }) => contact.firstName),
    ["Anne"],
  );
  assert.equal(left.body.customer.sector, null);
  assert.equal(left.body.customer.siren, null);
  assert.deepEqual(
    right.body.contacts.map((contact: { firstName: string; isPrimary: boolean }) => [contact.firstName, contact.isPrimary]),
    [["Bob", true]],
  );
  assert.equal(right.body.customer.sector, "Logistique");
  assert.equal((await camille.post(`/merges/${merge.id}/split`)).body.code, "merge.already_split");
});

test("a field someone changed after the merge is theirs to keep", async () => {
  const a = await make("Quai Sud");
  const b = await make("Quai Sud 2", { sector: "Pêche", size: "10-49" });
  const { body: merge } = await a.client.post(`/customers/${a.id}/merges`, { mergedId: b.id });
  await a.client.patch(`/customers/${a.id}`, { sector: "Conserverie" });
  await a.client.post(`/merges/${merge.id}/split`);
  const { body } = await a.client.get(`/customers/${a.id}`);
  assert.equal(body.customer.sector, "Conserverie");
  assert.equal(body.customer.size, null);
});

test("merges are undone in the order that keeps them whole", async () => {
  const [a, b, c] = [await make("Un"), await make("Deux"), await make("Trois")];
  const first = await a.client.post(`/customers/${b.id}/merges`, { mergedId: c.id });
  const second = await a.client.post(`/customers/${a.id}/merges`, { mergedId: b.id });
  assert.equal((await a.client.post(`/merges/${first.body.id}/split`)).body.code, "merge.split_later_first");
  assert.equal(
    (await a.client.get(`/customers/${a.id}/timeline`)).body.rows.filter(
      (row: { type: string }) => row.type === "customer.created",
    ).length,
    3,
  );
  assert.equal((await a.client.post(`/merges/${second.body.id}/split`)).status, 200);
  assert.equal((await a.client.post(`/merges/${first.body.id}/split`)).status, 200);
  for (const { id } of [a, b, c]) assert.equal((await a.client.get(`/customers/${id}`)).status, 200);
});

test("two verified identities stay two until a person says otherwise", async () => {
  const a = await make("Alpha", { siren: "552100554", contacts: [{ firstName: "Al", email: "al@alpha.example" }] });
  const b = await make("Beta", { siren: "732829320", contacts: [{ firstName: "Be", email: "be@beta.example" }] });
  const refused = await a.client.post(`/customers/${a.id}/merges`, { mergedId: b.id });
  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, "merge.two_verified");

  const [al, be] = [a.contactIds[0]!, b.contactIds[0]!];
  await write(t.as(), async (tx) => {
    await verifyIdentifier(tx, t.as(), { contactId: al, kind: "email", value: "al@alpha.example" });
    await verifyIdentifier(tx, t.as(), { contactId: be, kind: "email", value: "be@beta.example" });
  });
  assert.equal((await a.client.post(`/contacts/${al}/merges`, { mergedId: be })).body.code, "merge.two_verified");
  const merged = await a.client.post(`/contacts/${al}/merges`, { mergedId: be, despiteVerified: true });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  const { body } = await a.client.get(`/contacts/${al}`);
  assert.deepEqual(body.identifiers.map((row: { value: string }) => row.value).sort(), ["al@alpha.example", "be@beta.example"]);
  assert.equal((await a.client.post(`/merges/${merged.body.id}/split`)).status, 200);
  assert.equal((await a.client.get(`/contacts/${be}`)).body.identifiers.length, 1);
});

test("merging with itself, a stranger's record or a merged one is refused", async () => {
  const [a, b] = [await make("Solo"), await make("Duo")];
  assert.equal((await a.client.post(`/customers/${a.id}/merges`, { mergedId: a.id })).body.code, "merge.same_record");
  assert.equal(
    (await a.client.post(`/customers/${a.id}/merges`, { mergedId: "00000000-0000-7000-8000-00000000ffff" })).status,
    404,
  );
  await a.client.post(`/customers/${a.id}/merges`, { mergedId: b.id });
  assert.equal((await a.client.post(`/customers/${a.id}/merges`, { mergedId: b.id })).status, 404);
  const noe = await t.signIn("technician");
  assert.equal((await noe.post(`/customers/${a.id}/merges`, { mergedId: b.id })).status, 403);
});
