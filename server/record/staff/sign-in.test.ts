import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createOTP } from "@better-auth/utils/otp";
import { demoPassword, staff } from "#test/story/cast.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

test("nobody is let in without signing in, and the answer says so in their language", async () => {
  const answer = await t.visitor({ "accept-language": "fr" }).get("/staff/me");
  assert.equal(answer.status, 401);
  assert.equal(answer.body.code, "auth.sign_in");
  assert.match(answer.body.detail, /Connectez-vous/);
});

test("staff sign in with their password and learn what they may do", async () => {
  const noe = await t.signIn("seller");
  const me = await noe.get("/staff/me");
  assert.equal(me.status, 200);
  assert.equal(me.body.name, staff.seller.name);
  assert.equal(me.body.scope, "team");
  assert.ok(me.body.permissions.includes("use the console"));
  assert.ok(!me.body.permissions.includes("manage people"));
  const session = await noe.get("/auth/get-session");
  assert.deepEqual(session.body.user.roles, ["seller"]);
  assert.ok(session.body.user.permissions.includes("use the console"));
});

test("the session cookie is HttpOnly and SameSite=Lax", async () => {
  const answer = await t.visitor().post("/auth/sign-in/email", { email: staff.agent.email, password: demoPassword });
  const cookie = [answer.headers["set-cookie"]].flat().join("; ");
  assert.match(cookie, /tl\.session_token=.*HttpOnly/i);
  assert.match(cookie, /SameSite=Lax/i);
});

test("a wrong password is refused alike for people who work here and people who do not", async () => {
  const known = await t.visitor().post("/auth/sign-in/email", { email: staff.seller.email, password: "not the password" });
  const unknown = await t.visitor().post("/auth/sign-in/email", { email: "nobody@rivage.example", password: "not the password" });
  assert.equal(known.status, 401);
  assert.equal(known.body.code, "auth.wrong_password");
  assert.deepEqual({ ...known.body, requestId: "" }, { ...unknown.body, requestId: "" });
});

test("nobody signs up by themselves, and no other door of the library is open", async () => {
  for (const path of ["/auth/sign-up/email", "/auth/update-user", "/auth/api-key/create", "/auth/delete-user"]) {
    const answer = await t.visitor().post(path, { email: "eve@example.com", password: "long enough password", name: "Eve" });
    assert.equal(answer.status, 404, path);
  }
});

test("a request from another site is stopped even with a good cookie", async () => {
  const camille = await t.signIn("admin");
  const answer = await camille.post(
    "/teams",
    { name: "Intrus" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  );
  assert.equal(answer.status, 403);
  assert.equal(answer.body.code, "auth.cross_site");
});

test("malformed sign-ins are answered, not crashed on", async () => {
  const { request } = t.visitor();
  const headers = { "content-type": "application/json" };
  assert.equal((await request("POST", "/api/auth/sign-in/email", { body: "{not json", headers })).status, 400);
  assert.equal((await request("POST", "/api/auth/sign-in/email", { body: "x".repeat(20_000), headers })).status, 413);
});

test("signing out ends the session at once", async () => {
  const zoe = await t.signIn("agent");
  assert.equal((await zoe.get("/staff/me")).status, 200);
  const stolen = new Map(zoe.cookies);
  await zoe.post("/auth/sign-out", {});
  for (const [name, value] of stolen) zoe.cookies.set(name, value);
  assert.equal((await zoe.get("/staff/me")).status, 401);
});

test("a second factor, once enrolled, is asked for at the next sign-in", async () => {
  const hugo = await t.signIn("planner");
  const enrolled = await hugo.post("/auth/two-factor/enable", { password: demoPassword });
  assert.equal(enrolled.status, 200);
  const secret = new URL(enrolled.body.totpURI).searchParams.get("secret")!;
  assert.ok(enrolled.body.backupCodes.length >= 8);
  assert.equal((await hugo.post("/auth/two-factor/verify-totp", { code: await codeOf(secret) })).status, 200);

  const again = t.visitor();
  const first = await again.post("/auth/sign-in/email", { email: staff.planner.email, password: demoPassword });
  assert.equal(first.body.twoFactorRedirect, true);
  assert.equal((await again.get("/staff/me")).status, 401);
  const wrong = await again.post("/auth/two-factor/verify-totp", { code: "000000" });
  assert.equal(wrong.body.code, "auth.wrong_code");
  assert.equal((await again.post("/auth/two-factor/verify-totp", { code: await codeOf(secret) })).status, 200);
  const me = await again.get("/staff/me");
  assert.equal(me.body.twoFactor, true);
});

/** What the phone would show. */
async function codeOf(base32: string): Promise<string> {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...base32.replace(/=+$/, "")].map((char) => alphabet.indexOf(char).toString(2).padStart(5, "0")).join("");
  const bytes = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
  return createOTP(new TextDecoder().decode(bytes)).totp();
}
