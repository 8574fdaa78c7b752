import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { signedLink } from "./signed-link.ts";

let t: TestServer;
let contactId: string;
before(async () => {
  t = await testServer();
  const made = await createCustomer(t.as("seller"), { kind: "company", name: atelierMartin.name, contacts: [lea] });
  contactId = made.contactIds[0]!;
});
after(() => t.close());

const soon = () => new Date(t.clock.now().getTime() + 3_600_000);
const tokenOf = (link: string) => link.split("/").at(-1)!;
const sentCode = async (): Promise<string | undefined> => {
  const { rows } = await sql<{
    payload: { input: { data: { code: string } } };
  }>`select payload from graphile_worker._private_jobs where payload -> 'input' ->> 'template' = 'portal.code' order by id desc limit 1`.execute(
    t.app.db,
  );
  return rows[0]?.payload.input.data.code;
};

test("a link from a message lets its reader in, onto the page it promises", async () => {
  const client = t.visitor();
  const link = signedLink(t.app, contactId, "/portal/quotes/1", "quote", soon());
  const opened = await client.request("GET", new URL(link).pathname);
  assert.equal(opened.status, 303);
  assert.equal(opened.headers.location, "/portal/quotes/1");
  const me = await client.get("/portal/me");
  assert.equal(me.body.firstName, "Léa");
  assert.equal(me.body.customerName, atelierMartin.name);
  assert.equal(me.body.level, "link");
  assert.match(String(opened.headers["set-cookie"]), /tl_portal=.*HttpOnly; SameSite=Lax/);
  assert.equal((await client.get("/customers")).status, 401, "a customer is no staff");
});

test("a link that is forged, for something else, or too old opens nothing and says what to do", async () => {
  const link = tokenOf(signedLink(t.app, contactId, "/portal", "quote", soon()));
  const old = tokenOf(signedLink(t.app, contactId, "/portal", "quote", new Date(t.clock.now().getTime() - 1000)));
  for (const [token, code] of [
    [`${link.slice(0, -3)}AAA`, "portal.link_invalid"],
    ["nonsense", "portal.link_invalid"],
    [old, "portal.link_expired"],
  ] as const) {
    const client = t.visitor();
    const answer = await client.post("/portal/links", { token });
    assert.equal(answer.body.code, code);
    assert.equal((await client.get("/portal/me")).status, 401);
  }
  const page = await t.visitor().request("GET", `/p/l/${old}`);
  assert.equal(page.headers.location, "/portal/sign-in?reason=portal.link_expired");
});

test("a one-time code lets its reader in fully, once", async () => {
  const client = t.visitor();
  assert.deepEqual((await client.post("/portal/codes", { email: lea.email.toUpperCase() })).body, {
    sent: true,
    expiresInMinutes: 10,
  });
  const code = (await sentCode())!;
  const confirmed = await client.post("/portal/sessions", { email: lea.email, code });
  assert.deepEqual(confirmed.body, { contactId, level: "full" });
  assert.equal((await client.get("/portal/me")).body.level, "full");
  assert.equal((await client.patch("/portal/me", { phone: "+33 6 99 99 99 99" })).status, 200);
  const replay = await t.visitor().post("/portal/sessions", { email: lea.email, code });
  assert.equal(replay.body.code, "portal.code_wrong");
  const contact = await (await t.signIn("admin")).get(`/contacts/${contactId}`);
  assert.ok(contact.body.contact.emailVerifiedAt, "the address is proven");
});

test("the answer does not tell whether we know an address", async () => {
  const [known, unknown] = [
    await t.visitor().post("/portal/codes", { email: lea.email }),
    await t.visitor().post("/portal/codes", { email: "inconnue@nulle-part.example" }),
  ];
  assert.deepEqual(known.body, unknown.body);
  assert.equal(
    (await t.visitor().post("/portal/sessions", { email: "inconnue@nulle-part.example", code: "123456" })).body.code,
    "portal.code_wrong",
  );
});

test("five wrong tries spend a code, ten minutes outlive it, a newer one replaces it", async () => {
  const client = t.visitor();
  await client.post("/portal/codes", { email: lea.email });
  const code = (await sentCode())!;
  const wrong = code === "000000" ? "000001" : "000000";
  for (let n = 0; n < 5; n += 1)
    assert.equal((await client.post("/portal/sessions", { email: lea.email, code: wrong })).status, 422);
  assert.equal((await client.post("/portal/sessions", { email: lea.email, code })).status, 422, "spent");

  await client.post("/portal/codes", { email: lea.email });
  const first = (await sentCode())!;
  await client.post("/portal/codes", { email: lea.email });
  const second = (await sentCode())!;
  if (first !== second)
    assert.equal((await client.post("/portal/sessions", { email: lea.email, code: first })).status, 422, "replaced");
  t.clock.advanceMs(11 * 60_000);
  assert.equal((await client.post("/portal/sessions", { email: lea.email, code: second })).status, 422, "too late");
  assert.equal((await client.post("/portal/sessions", { email: lea.email, code: "12" })).status, 400);
});

test("a link is not enough for personal settings", async () => {
  const client = await t.portal(contactId);
  const refused = await client.patch("/portal/me", { lastName: "Autre" });
  assert.equal(refused.body.code, "portal.code_needed");
  const full = await t.portal(contactId, "full");
  assert.equal((await full.patch("/portal/me", { jobTitle: "x", lastName: "Martin-Roy" })).status, 200);
  assert.equal((await full.get("/portal/me")).body.lastName, "Martin-Roy");
});

test("leaving ends every session of the person", async () => {
  const [one, two] = [await t.portal(contactId), await t.portal(contactId, "full")];
  await two.delete("/portal/session");
  assert.equal((await one.get("/portal/me")).status, 401);
  assert.equal((await two.get("/portal/me")).status, 401);
});
