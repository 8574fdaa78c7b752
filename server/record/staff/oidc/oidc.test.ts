import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { AddressInfo } from "node:net";
import { readConfig } from "#platform/config.ts";
import { browsing, type Browsing } from "#test/harness/browsing.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { openIdProvider, type TestProvider } from "#test/harness/open-id-provider.ts";
import { demoPassword, staff } from "#test/story/cast.ts";
import { authTables } from "../auth-tables.ts";
import { deactivateStaff, reactivateStaff } from "../deactivate-staff.ts";
import { inviteStaff } from "../invite-staff.ts";

let t: TestServer;
let provider: TestProvider;
let base: string;
let browser: Browsing;

before(async () => {
  t = await testServer();
  await t.server.listen({ port: 0, host: "127.0.0.1" });
  base = `http://127.0.0.1:${(t.server.server.address() as AddressInfo).port}`;
  provider = await openIdProvider({ redirectUri: `${base}/api/auth/callback/oidc` });
  t.app.config.publicUrl = base;
  t.app.config.oidc = readConfig({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_LABEL: "Rivage",
    OIDC_NEW_STAFF_ROLE: "agent",
    OIDC_NEW_STAFF_DOMAINS: "rivage.example",
  }).oidc;
  provider.people.set("noe", { sub: "u-1", email: staff.seller.email, email_verified: true, name: "Noé" });
  provider.people.set("unproven", { sub: "u-2", email: staff.agent.email, email_verified: false });
  provider.people.set("stranger", { sub: "u-3", email: "eve@elsewhere.example", email_verified: true, name: "Eve" });
  provider.people.set("nobody", { sub: "u-4", name: "No address" });
});
after(async () => {
  await provider.close();
  await t.close();
});
beforeEach(() => {
  browser = browsing();
});

/** Presses the button on the sign-in page: the provider's address. */
async function press(body: unknown = {}): Promise<URL> {
  const answer = await browser.once(`${base}/api/auth/sign-in/oidc`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", origin: base },
  });
  assert.equal(answer.status, 200);
  return new URL(((await answer.json()) as { url: string }).url);
}

/** Goes to the provider and says who one is; stops before the address `stop` names. */
async function signInThere(who: string, body?: unknown, stop?: (url: URL) => boolean): Promise<URL> {
  const form = await browser.follow((await press(body)).href);
  assert.match(form.url.pathname, /^\/interaction\//);
  const there = { method: "POST", body: new URLSearchParams({ who }), headers: {} };
  return (await browser.follow(form.url.href, there, stop)).url;
}

const isCallback = (url: URL): boolean => url.pathname === "/api/auth/callback/oidc";
const me = async () => {
  const answer = await browser.once(`${base}/api/staff/me`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const refusedAs = async (url: URL, reason: string): Promise<void> => {
  assert.equal(`${url.pathname}${url.search}`, `/sign-in?refused=${reason}`);
  assert.equal((await me()).status, 401);
};
const people = async () => {
  const { rows } = await t.app.pool.query<{ staff: bigint; users: bigint }>(
    'select (select count(*) from staff) as staff, (select count(*) from auth."user") as users',
  );
  return rows[0];
};

test("the sign-in page learns that there is a provider and what it is called", async () => {
  const answer = await browser.once(`${base}/api/staff/sign-in-options`);
  assert.deepEqual(await answer.json(), { provider: { label: "Rivage" } });
});

test("the provider is asked properly: code, PKCE, state, nonce, our registered address, and no more than needed", async () => {
  const { searchParams } = await press();
  assert.equal(searchParams.get("response_type"), "code");
  assert.equal(searchParams.get("client_id"), provider.clientId);
  assert.equal(searchParams.get("redirect_uri"), `${base}/api/auth/callback/oidc`);
  assert.equal(searchParams.get("code_challenge_method"), "S256");
  assert.equal(searchParams.get("code_challenge")?.length, 43);
  assert.ok((searchParams.get("state")?.length ?? 0) >= 32);
  assert.ok((searchParams.get("nonce")?.length ?? 0) >= 32);
  assert.deepEqual(searchParams.get("scope")?.split(" ").sort(), ["email", "openid", "profile"]);
});

test("a colleague signs in with the organisation's account, lands where they wanted, has their roles, and leaves", async () => {
  const landed = await signInThere("noe", { next: "/quotes?open=1" }, (url) => url.pathname === "/quotes");
  assert.equal(landed.href, `${base}/quotes?open=1`);
  const { status, body } = await me();
  assert.equal(status, 200);
  assert.equal(body.email, staff.seller.email);
  assert.deepEqual(body.roles, ["seller"]);

  const kept = await authTables(t.app.db).selectFrom("account").selectAll().where("providerId", "=", "oidc").execute();
  assert.deepEqual(
    kept.map((row) => [row.userId, row.accountId, (row as never as { idToken: null }).idToken]),
    [[staff.seller.id, "u-1", null]],
  );
  const stolen = new Map(browser.jar.get("127.0.0.1"));
  const out = await browser.once(`${base}/api/auth/sign-out`, {
    method: "POST",
    body: "{}",
    headers: { origin: base, "content-type": "application/json" },
  });
  assert.equal(out.status, 200);
  browser.jar.set("127.0.0.1", stolen);
  assert.equal((await me()).status, 401);
});

test("the second time nothing is made again, and an address that changed over there changes nothing here", async () => {
  const before = await people();
  provider.people.set("noe", { sub: "u-1", email: "noe.renamed@rivage.example", email_verified: true });
  await signInThere("noe", {}, (url) => url.pathname === "/");
  assert.equal((await me()).body.email, staff.seller.email);
  assert.deepEqual(await people(), before);
  provider.people.set("noe", { sub: "u-1", email: staff.seller.email, email_verified: true });
});

test("an invited person may come in through the provider without ever choosing a password", async () => {
  const { id } = await inviteStaff(t.as("admin"), {
    name: "Ines Roy",
    email: "ines@partner.example",
    roles: ["biller"],
    scope: "all",
    locale: "fr",
    skills: [],
  });
  provider.people.set("ines", { sub: "u-5", email: "Ines@Partner.example", email_verified: true });
  await signInThere("ines", {}, (url) => url.pathname === "/");
  const { body } = await me();
  assert.equal(body.id, id);
  assert.deepEqual(body.roles, ["biller"]);
  assert.equal(body.joined, true);
});

test("someone unknown is refused, and no account is made", async () => {
  const before = await people();
  await refusedAs(await signInThere("stranger", {}, (url) => url.pathname === "/sign-in"), "unknown");
  assert.deepEqual(await people(), before);
});

test("a newcomer of the organisation's own domain joins with the role the settings name, seeing their own records", async () => {
  provider.people.set("new", {
    sub: "u-6",
    email: "lina@rivage.example",
    email_verified: true,
    name: "Lina Haddad",
    locale: "en-GB",
  });
  await signInThere("new", {}, (url) => url.pathname === "/");
  const { body } = await me();
  assert.deepEqual([body.name, body.roles, body.scope, body.locale], ["Lina Haddad", ["agent"], "own", "en"]);

  provider.people.set("unproven-new", { sub: "u-7", email: "mal@rivage.example", email_verified: false });
  browser = browsing();
  await refusedAs(await signInThere("unproven-new", {}, (url) => url.pathname === "/sign-in"), "unknown");
});

test("an address the provider has not confirmed opens nobody's account, neither at first nor later", async () => {
  await refusedAs(await signInThere("unproven", {}, (url) => url.pathname === "/sign-in"), "email_not_verified");
  provider.people.set("noe", { sub: "u-1", email: staff.seller.email, email_verified: false });
  browser = browsing();
  await refusedAs(await signInThere("noe", {}, (url) => url.pathname === "/sign-in"), "email_not_verified");
  provider.people.set("noe", { sub: "u-1", email: staff.seller.email, email_verified: true });
  browser = browsing();
  await refusedAs(await signInThere("nobody", {}, (url) => url.pathname === "/sign-in"), "no_email");
});

test("someone whose access was taken away is refused, through the provider as by password", async () => {
  await deactivateStaff(t.as("admin"), { staffId: staff.seller.id });
  await refusedAs(await signInThere("noe", {}, (url) => url.pathname === "/sign-in"), "access_ended");
  const answer = await t.visitor().post("/auth/sign-in/email", { email: staff.seller.email, password: demoPassword });
  assert.equal(answer.status, 403);
  assert.equal(answer.body.code, "auth.access_ended");
  await reactivateStaff(t.as("admin"), { staffId: staff.seller.id });
  browser = browsing();
  await signInThere("noe", {}, (url) => url.pathname === "/");
  assert.equal((await me()).status, 200);
});

test("who stops at the provider is back on the sign-in page, their destination kept", async () => {
  const back = await signInThere("no such person", { next: "/orders" }, (url) => url.pathname === "/sign-in");
  assert.equal(back.search, "?next=%2Forders&refused=cancelled");
});

test("a state that was changed, belongs to another browser or was used before is refused", async () => {
  const changed = await signInThere("noe", {}, isCallback);
  changed.searchParams.set(
    "state",
    changed.searchParams.get("state")!.replace(/^./, (char) => (char === "a" ? "b" : "a")),
  );
  await refusedAs((await browser.follow(changed.href, {}, (url) => url.pathname === "/sign-in")).url, "expired");

  browser = browsing();
  const handedOver = await signInThere("noe", {}, isCallback);
  browser = browsing(); // the victim's browser, sent to the address of someone else's sign-in
  await refusedAs((await browser.follow(handedOver.href, {}, (url) => url.pathname === "/sign-in")).url, "expired");

  browser = browsing();
  const once = await signInThere("noe", {}, isCallback);
  assert.equal((await browser.follow(once.href, {}, (url) => url.pathname === "/")).url.pathname, "/");
  browser.jar.get("127.0.0.1")!.delete("tl.session_token");
  await refusedAs((await browser.follow(once.href, {}, (url) => url.pathname === "/sign-in")).url, "expired");
});

test("a code that is too old, or another one, is refused", async () => {
  provider.codeSeconds = 1;
  const late = await signInThere("noe", {}, isCallback);
  provider.codeSeconds = 60;
  await new Promise((done) => setTimeout(done, 1_300));
  await refusedAs((await browser.follow(late.href, {}, (url) => url.pathname === "/sign-in")).url, "expired");

  browser = browsing();
  const other = await signInThere("noe", {}, isCallback);
  other.searchParams.set("code", "made-up");
  await refusedAs((await browser.follow(other.href, {}, (url) => url.pathname === "/sign-in")).url, "expired");
});

test("an answer in the name of another issuer is refused", async () => {
  const mixed = await signInThere("noe", {}, isCallback);
  assert.equal(mixed.searchParams.get("iss"), provider.issuer);
  mixed.searchParams.set("iss", "https://accounts.elsewhere.example");
  await refusedAs((await browser.follow(mixed.href, {}, (url) => url.pathname === "/sign-in")).url, "not_proven");
});

test("only a path of this site is returned to, and nothing else is taken from the page", async () => {
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    browser = browsing();
    const landed = await signInThere("noe", { next }, (url) => url.pathname === "/");
    assert.equal(landed.href, `${base}/`);
  }
  const pushy = await press({ scopes: ["offline_access"], provider: "google", additionalParams: { prompt: "none" } });
  assert.equal(pushy.searchParams.get("scope"), "openid email profile");
  assert.equal(pushy.searchParams.get("prompt"), null);
  for (const body of ["{not json", '{"next":1}']) {
    const answer = await browser.once(`${base}/api/auth/sign-in/oidc`, { method: "POST", body, headers: { origin: base } });
    assert.equal(answer.status, 400, body);
  }
  assert.equal((await t.visitor().post("/auth/sign-in/social", { provider: "oidc" })).status, 404);
});
