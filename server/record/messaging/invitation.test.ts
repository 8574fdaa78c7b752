import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestServer, testServer } from "#test/harness/http.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

const mailTo = async (email: string) => {
  const { items } = t.app.catcher!.list({ to: email, limit: 50 });
  return Promise.all(items.map(async (item) => (await t.app.catcher!.get(item.id))!));
};

test("invited staff choose a password by the link and sign in; the link works once", async () => {
  const camille = await t.signIn("admin");
  const invited = await camille.post("/staff", {
    name: "Lou Vasseur",
    email: "lou@rivage.example",
    roles: ["agent"],
    scope: "team",
  });
  assert.equal(invited.status, 200, JSON.stringify(invited.body));
  assert.equal(
    (await camille.post("/staff", { name: "Lou", email: "LOU@rivage.example", roles: ["agent"] })).body.code,
    "staff.email_taken",
  );
  await t.drain();
  const [mail] = await mailTo("lou@rivage.example");
  assert.match(mail!.subject, /Camille Robin vous invite/);
  const token = decodeURIComponent(/password\?token=([\w.%-]+)/.exec(mail!.text)![1]!);
  assert.equal((await t.visitor().post("/staff/password", { token, password: "short" })).status, 400);
  assert.equal((await t.visitor().post("/staff/password", { token, password: "une phrase de passe longue" })).status, 200);
  assert.equal(
    (await t.visitor().post("/staff/password", { token, password: "une autre phrase de passe" })).body.code,
    "staff.link_invalid",
  );
  const lou = t.visitor();
  assert.equal(
    (await lou.post("/auth/sign-in/email", { email: "lou@rivage.example", password: "une phrase de passe longue" })).status,
    200,
  );
  assert.equal((await lou.get("/staff/me")).body.joined, true);
  assert.equal((await camille.post(`/staff/${invited.body.id}/deactivation`)).status, 200);
  assert.equal((await lou.get("/staff/me")).status, 401, "access ends at once");
});
