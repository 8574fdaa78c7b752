import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { atelierMartin, karim, lea } from "#test/story/cast.ts";
import { preferencesLink, unsubscribeLink } from "./consent-links.ts";
import { verifyChain } from "./ledger.ts";
import { askConsent } from "./record-consent.ts";
import { requestConsent } from "./request-consent.ts";

let t: TestServer;
let leaId: string;
let karimId: string;
before(async () => {
  t = await testServer();
  const made = await createCustomer(t.as("seller"), { kind: "company", name: atelierMartin.name, contacts: [lea, karim] });
  [leaId, karimId] = made.contactIds as [string, string];
});
after(() => t.close());

const tokenOf = (link: string) => new URL(link).searchParams.get("token")!;
const confirmationSent = async () => {
  const { rows } = await sql<{
    payload: { input: { actionUrl: string } };
  }>`select payload from graphile_worker._private_jobs where payload -> 'input' ->> 'template' = 'consent.confirm' order by id desc limit 1`.execute(
    t.app.db,
  );
  return tokenOf(rows[0]!.payload.input.actionUrl);
};
const stateOf = async (contactId: string, purpose: string) => {
  const { body } = await (await t.signIn("marketer")).get(`/contacts/${contactId}/consents`);
  return body.preferences.find((row: { purpose: string }) => row.purpose === purpose).state;
};

test("double opt-in: pending until the link in the mailbox is followed, then proven; twice changes nothing", async () => {
  const asked = await requestConsent(t.as(undefined, { origin: { ip: "203.0.113.7", userAgent: "test" } }), {
    contactId: leaId,
    purpose: "marketing_email",
    how: "form: fibre",
  });
  assert.equal(asked.state, "pending");
  const again = await requestConsent(t.as(), { contactId: leaId, purpose: "marketing_email", how: "form: fibre" });
  assert.deepEqual(again, asked, "no second mail within ten minutes, whoever types the address");
  assert.equal(await stateOf(leaId, "marketing_email"), "pending");
  const token = await confirmationSent();
  const confirmed = await t.visitor().post("/consent/confirmations", { token });
  const { preferencesToken, ...told } = confirmed.body;
  assert.deepEqual(told, { purposes: ["marketing_email"], locale: "fr" });
  const mine = await t.visitor().get(`/consent/preferences?token=${preferencesToken}`);
  assert.equal(mine.body.preferences.find((one: { purpose: string }) => one.purpose === "marketing_email").state, "given");
  assert.equal(await stateOf(leaId, "marketing_email"), "given");
  await t.visitor().post("/consent/confirmations", { token });
  assert.deepEqual(
    (await t.eventTypes()).filter((type) => type.startsWith("consent.")),
    ["consent.requested", "consent.given"],
  );
  const { body } = await (await t.signIn("marketer")).get(`/contacts/${leaId}/consents`);
  assert.equal(body.ledger.length, 2);
  assert.equal(body.ledger[1].proof.ip, "203.0.113.7");
});

test("a purpose without double opt-in counts at once", async () => {
  const asked = await requestConsent(t.as(), { contactId: leaId, purpose: "profiling", how: "form: fibre" });
  assert.equal(asked.state, "given");
});

test("one click unsubscribes, without cookie or page; a link followed by a scanner does not", async () => {
  const link = new URL(unsubscribeLink(t.app, { contactId: leaId, purpose: "marketing_email" }, t.clock.now())).pathname;
  const scanner = await t.visitor().request("GET", link);
  assert.equal(scanner.status, 303);
  assert.match(String(scanner.headers.location), /\/p\/preferences\?token=/);
  assert.equal(await stateOf(leaId, "marketing_email"), "given");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  assert.equal((await t.visitor().request("POST", link, { body: "anything", headers })).status, 400);
  assert.equal((await t.visitor().request("POST", link, { body: "List-Unsubscribe=One-Click", headers })).status, 200);
  assert.equal((await t.visitor().request("POST", link, { body: "List-Unsubscribe=One-Click", headers })).status, 200);
  assert.equal(await stateOf(leaId, "marketing_email"), "withdrawn");
  assert.equal((await t.eventTypes()).filter((type) => type === "consent.withdrawn").length, 1);
});

test("a preference link shows and changes one person's preferences and gives away neither name nor address", async () => {
  const token = tokenOf(preferencesLink(t.app, { contactId: leaId, purpose: "marketing_email" }, t.clock.now()));
  const seen = await t.visitor().get("/consent/preferences", { token });
  assert.equal(seen.body.name, "");
  assert.equal(seen.body.email, "l…n@atelier-martin.example");
  const changed = await t.visitor().put("/consent/preferences", {
    token,
    preferences: [
      { purpose: "marketing_email", allowed: true },
      { purpose: "surveys", allowed: false },
    ],
  });
  assert.deepEqual(
    changed.body.preferences.map((row: { purpose: string; allowed: boolean }) => [row.purpose, row.allowed]),
    [
      ["marketing_email", true],
      ["marketing_sms", false],
      ["profiling", true],
      ["surveys", false],
    ],
  );
  assert.equal(
    (await t.visitor().put("/consent/preferences", { token: `${token}x`, preferences: [{ purpose: "surveys", allowed: true }] }))
      .body.code,
    "consent.link_invalid",
  );
  assert.equal(
    (await t.visitor().put("/consent/preferences", { token, preferences: [{ purpose: "nothing_such", allowed: true }] })).status,
    404,
  );
});

test("a customer sees and changes only their own, and keeps a receipt", async () => {
  const client = await t.portal(karimId);
  const mine = await client.put("/portal/preferences", { preferences: [{ purpose: "marketing_sms", allowed: true }] });
  assert.equal(mine.body.preferences.find((row: { purpose: string }) => row.purpose === "marketing_sms").state, "given");
  assert.equal(await stateOf(leaId, "marketing_sms"), "none");
  const { body } = await client.get("/portal/consent-receipt");
  assert.equal(body.piiController.name, "Rivage Télécom SAS");
  assert.equal(body.records.length, 1);
  assert.match(body.records[0].text.fr, /SMS/);
  assert.equal((await t.visitor().get("/portal/preferences")).status, 401);
});

test("a new wording does not speak for those who agreed to the old one", async () => {
  const ines = await t.signIn("marketer");
  assert.equal(
    (await ines.post("/consent/purposes/profiling/texts", { en: "New words", fr: "Nouveaux mots" })).body.version,
    "2",
  );
  const { body } = await ines.get(`/contacts/${leaId}/consents`);
  assert.equal(body.ledger.find((row: { purpose: string }) => row.purpose === "profiling").textVersion, "1");
  const purposes = await t.visitor().get("/consent/purposes");
  assert.equal(purposes.body.rows.find((row: { key: string }) => row.key === "profiling").text.fr, "Nouveaux mots");
});

test("the ledger is chained: it cannot be changed, and what changes it anyway is found", async () => {
  await assert.rejects(sql`update consent_events set action = 'given' where number = 1`.execute(t.app.db), /append-only/);
  await assert.rejects(sql`delete from consent_events`.execute(t.app.db), /append-only/);
  const whole = await verifyChain(t.app.db);
  assert.equal(whole.whole, true);
  assert.ok(whole.length >= 5n);
  await sql`alter table consent_events disable trigger consent_events_append_only`.execute(t.app.db);
  await sql`update consent_events set proof = jsonb_set(proof, '{how}', '"other"') where number = 3`.execute(t.app.db);
  assert.deepEqual(await verifyChain(t.app.db).then(({ whole, brokenAt }) => ({ whole, brokenAt })), {
    whole: false,
    brokenAt: "3",
  });
  await sql`update consent_events set proof = jsonb_set(proof, '{how}', '"form: fibre"') where number = 3`.execute(t.app.db);
  assert.equal((await verifyChain(t.app.db)).whole, true);
  await sql`alter table consent_states drop constraint consent_states_event_id_fkey`.execute(t.app.db);
  await sql`delete from consent_events where number = ${whole.length}`.execute(t.app.db);
  assert.equal((await verifyChain(t.app.db)).brokenAt, "end");
});

test("staff who ask by e-mail leave the yes to the person, whatever the purpose", async () => {
  const { id } = await askConsent(t.as("marketer"), { contactId: karimId, purpose: "profiling" });
  assert.equal(await stateOf(karimId, "profiling"), "pending");
  assert.deepEqual(await askConsent(t.as("marketer"), { contactId: karimId, purpose: "profiling" }), { id });
});
