import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { staff } from "#test/story/cast.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

test("rights are sentences with their French reading and the roles that have them", async () => {
  const { body } = await (await t.signIn("agent")).get("/staff/permissions");
  const row = body.rows.find((each: { permission: string }) => each.permission === "merge customers");
  assert.deepEqual(row, {
    permission: "merge customers",
    fr: "fusionner et séparer des fiches clients",
    module: "record/customers",
    roles: ["sales_manager", "agent", "biller"],
  });
});

test("a change of roles counts from the next request", async () => {
  const [camille, malik] = [await t.signIn("admin"), await t.signIn("technician")];
  assert.equal((await malik.post("/customers", { kind: "person", name: "X" })).body.code, "auth.not_allowed");
  assert.equal((await camille.patch(`/staff/${staff.technician.id}`, { roles: ["technician", "seller"] })).status, 200);
  assert.equal((await malik.post("/customers", { kind: "person", name: "X" })).status, 200);
  assert.equal(
    (await malik.patch(`/staff/${staff.technician.id}`, { roles: ["admin"] })).status,
    403,
    "nobody promotes themselves",
  );
});

test("there is always an administrator, and nobody locks themselves out", async () => {
  const camille = await t.signIn("admin");
  assert.equal((await camille.patch(`/staff/${staff.admin.id}`, { roles: ["seller"] })).body.code, "staff.last_admin");
  assert.equal((await camille.post(`/staff/${staff.admin.id}/deactivation`)).body.code, "staff.not_yourself");
  assert.equal((await camille.get("/staff", { role: "admin" })).body.rows.length, 1);
});

test("an API key acts in its owner's name with the roles it was given, until it is revoked", async () => {
  const camille = await t.signIn("admin");
  const made = await camille.post("/api-keys", { name: "Caisse", roles: ["seller"] });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  const program = t.visitor({ "x-api-key": made.body.key });
  const created = await program.post("/customers", { kind: "company", name: "Par programme" });
  assert.equal(created.status, 200);
  assert.equal((await program.get("/audit")).status, 403, "the key has fewer rights than its owner");
  const { body } = await camille.get("/api-keys");
  assert.deepEqual([body.rows[0].name, body.rows[0].roles, body.rows[0].ownerName], ["Caisse", ["seller"], staff.admin.name]);
  assert.ok(!JSON.stringify(body).includes(made.body.key));
  assert.equal((await camille.delete(`/api-keys/${made.body.id}`)).status, 200);
  assert.equal((await program.get("/customers")).status, 401);
  assert.equal((await t.visitor({ "x-api-key": "tl_made_up" }).get("/customers")).status, 401);
});

test("every write asked for is in the audit trail, done or refused", async () => {
  const [camille, zoe] = [await t.signIn("admin"), await t.signIn("agent")];
  const { body } = await zoe.post("/customers", { kind: "company", name: "À relire" });
  await zoe.patch(`/customers/${body.id}`, { sector: "Édition" });
  await zoe.post("/teams", { name: "Interdite" });
  let rows: { operation: string; outcome: string; actorName: string; subjectId: string | null }[] = [];
  for (let tries = 0; rows.length < 3 && tries < 20; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50)); // entries are written beside the answer
    rows = (await camille.get("/audit", { actorId: staff.agent.id })).body.rows;
  }
  assert.deepEqual(
    rows.map((row) => [row.operation, row.outcome]),
    [
      ["staff.createTeam", "auth.not_allowed"],
      ["customers.change", "done"],
      ["customers.create", "done"],
    ],
  );
  assert.equal(rows[1]!.subjectId, body.id);
  assert.equal(rows[0]!.actorName, staff.agent.name);
  const page = (await camille.get("/audit", { limit: 1, operation: "customers." })).body;
  const next = (await camille.get("/audit", { limit: 1, operation: "customers.", cursor: page.nextCursor })).body;
  assert.notEqual(page.rows[0].id, next.rows[0].id);
  assert.equal((await camille.get("/audit", { outcome: "refused", actorId: staff.agent.id })).body.rows.length, 1);
  assert.equal((await zoe.get("/audit")).status, 403);
});

test("demo installations say whom to sign in as", async () => {
  const { body } = await t.visitor().get("/staff/demo-accounts");
  assert.equal(body.rows.length, 9);
  assert.ok(body.password);
});
