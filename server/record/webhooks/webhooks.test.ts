import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { rebuild } from "#events/project.ts";
import { verifyWebhook } from "#platform/standard-webhooks.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type Client, type TestServer, testServer } from "#test/harness/http.ts";
import { deliverWebhook } from "./deliver.ts";
import { webhookDeliveries } from "./note-deliveries.ts";
import { isPrivateAddress } from "./private-address.ts";
import { retryAfter } from "./retry.ts";

let t: TestServer;
let camille: Client;
let receiver: Server;
let url: string;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer = 204;
before(async () => {
  t = await testServer();
  camille = await t.signIn("admin");
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer, answer === 302 ? { location: "http://127.0.0.1:1/" } : {}).end("thanks");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
after(async () => {
  await t.close();
  await new Promise((resolve) => receiver.close(resolve));
});

const make = async (types: string[]) => {
  received = [];
  answer = 204;
  const { body } = await camille.post("/webhooks", { name: "Comptabilité", url, types });
  return body as { id: string; secret: string };
};
const happen = (name: string) => createCustomer(t.as("seller"), { kind: "company", name, contacts: [{ firstName: "A" }] });
const drain = async () => {
  await t.drain();
  await t.drain(); // what the projection noted is told in the next round
};
const done = (hook: { id: string }) => camille.delete(`/webhooks/${hook.id}`);

test("an endpoint is told what it asked for, signed so that it can check, once", async () => {
  await happen("Avant"); // before the endpoint existed
  const hook = await make(["customer.*"]);
  const { id } = await happen("Pendant");
  await drain();
  assert.equal(received.length, 1);
  const [{ headers, body }] = received as [(typeof received)[number]];
  const check = verifyWebhook([hook.secret], { headers, body, now: new Date() });
  assert.equal(check.ok, true);
  const content = JSON.parse(body);
  assert.equal(content.type, "customer.created");
  assert.equal(content.data.customerId, id);
  assert.equal(content.data.facts.name, "Pendant");
  assert.equal(headers["webhook-id"], content.data.id);
  await rebuild(t.app, webhookDeliveries);
  await drain();
  assert.equal(received.length, 1, "reading the log again tells nobody twice");
  const { body: log } = await camille.get(`/webhooks/${hook.id}/deliveries`);
  assert.deepEqual([log.rows.length, log.rows[0].status, log.rows[0].responseStatus], [1, "delivered", 204]);
  assert.ok(
    !JSON.stringify(await t.app.db.selectFrom("webhook_endpoints").selectAll().execute()).includes(hook.secret),
    "the secret is kept sealed",
  );
  await done(hook);
});

test("a failure is tried again later, visible in the log, and replayed by hand", async () => {
  const hook = await make(["customer.created"]);
  answer = 500;
  await happen("Panne");
  await drain();
  const { body } = await camille.get(`/webhooks/${hook.id}/deliveries`);
  const [row] = body.rows;
  assert.deepEqual([row.status, row.attempts, row.error], ["pending", 1, "answered 500"]);
  assert.ok(row.nextAt);
  assert.ok((await camille.get(`/webhooks/${hook.id}`)).body.failingSince);
  answer = 200;
  assert.equal((await camille.post(`/webhook-deliveries/${row.id}/replay`)).status, 200);
  await drain();
  const shown = await camille.get(`/webhook-deliveries/${row.id}`);
  assert.equal(shown.body.delivery.status, "delivered");
  assert.deepEqual(
    shown.body.attempts.map((each: { responseStatus: number }) => each.responseStatus),
    [200, 500],
  );
  assert.equal(
    received[0]!.headers["webhook-id"],
    received[1]!.headers["webhook-id"],
    "the same id, so that a receiver drops repeats",
  );
  assert.equal((await camille.get(`/webhooks/${hook.id}`)).body.failingSince, null);
  answer = 302;
  await happen("Ailleurs");
  await drain();
  assert.equal(
    (await camille.get(`/webhooks/${hook.id}/deliveries`)).body.rows[0].error,
    "answered 302",
    "redirects are not followed",
  );
  await done(hook);
});

test("paused, it waits; switched on again, it is told what it missed; all since can be sent again", async () => {
  const hook = await make(["customer.created"]);
  await camille.patch(`/webhooks/${hook.id}`, { status: "paused" });
  await happen("Un");
  await happen("Deux");
  await drain();
  assert.equal(received.length, 0);
  await camille.patch(`/webhooks/${hook.id}`, { status: "active" });
  await drain();
  assert.deepEqual(received.map(({ body }) => String(JSON.parse(body).data.facts.name)).sort(), ["Deux", "Un"]);
  const again = await camille.post(`/webhooks/${hook.id}/replays`, { since: "2020-01-01T00:00:00Z", onlyFailed: false });
  assert.equal(again.body.deliveries, 2);
  await drain();
  assert.equal(received.length, 4);
  await done(hook);
});

test("an endpoint that is gone or has failed for days is switched off, and whoever made it is told", async () => {
  const hook = await make(["customer.created"]);
  answer = 410;
  await happen("Parti");
  await drain();
  const { body } = await camille.get(`/webhooks/${hook.id}`);
  assert.equal(body.status, "disabled");
  const { items } = t.app.catcher!.list({ to: "camille@rivage.example", limit: 1 });
  assert.match(items[0]!.subject, /Comptabilité/);
  await camille.patch(`/webhooks/${hook.id}`, { status: "active" });
  answer = 500;
  await sql`update webhook_endpoints set failing_since = now() - interval '6 days' where id = ${hook.id}`.execute(t.app.db);
  const row = await t.app.db
    .selectFrom("webhook_deliveries")
    .select("id")
    .where("endpoint_id", "=", hook.id)
    .executeTakeFirstOrThrow();
  await deliverWebhook(t.as(), row.id);
  assert.match((await camille.get(`/webhooks/${hook.id}`)).body.statusReason, /nothing was accepted/);
  await done(hook);
});

test("a new secret signs beside the old one while receivers change over", async () => {
  const hook = await make([]);
  const rotated = await camille.post(`/webhooks/${hook.id}/secret`);
  const tried = await camille.post(`/webhooks/${hook.id}/trial`);
  assert.equal(tried.body.delivered, true);
  for (const secret of [hook.secret, rotated.body.secret])
    assert.equal(verifyWebhook([secret], { ...received[0]!, now: new Date() }).ok, true);
  await done(hook);
});

test("outside a demo only public https addresses can be told", async () => {
  const demo = t.app.config.demo;
  t.app.config.demo = false;
  try {
    for (const [target, code] of [
      ["http://example.com/x", "webhook.not_https"],
      ["https://127.0.0.1/x", "webhook.private_address"],
      ["https://[::1]/x", "webhook.private_address"],
      ["https://localhost/x", "webhook.private_address"],
    ] as const) {
      assert.equal((await camille.post("/webhooks", { name: "X", url: target, types: [] })).body.code, code, target);
    }
  } finally {
    t.app.config.demo = demo;
  }
  for (const address of [
    "10.1.2.3",
    "172.20.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "127.0.0.1",
    "0.0.0.0",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "not an address",
  ])
    assert.equal(isPrivateAddress(address), true, address);
  for (const address of ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "172.32.0.1"])
    assert.equal(isPrivateAddress(address), false, address);
});

test("what makes no sense is refused; only administrators tell others", async () => {
  assert.equal((await camille.post("/webhooks", { name: "X", url, types: ["no.such"] })).body.code, "webhook.unknown_event");
  assert.equal((await camille.post("/webhooks", { name: "X", url: "ftp://x", types: [] })).status, 400);
  assert.equal((await (await t.signIn("marketer")).get("/webhooks")).status, 403);
  assert.deepEqual([retryAfter(1, null, 0.5), retryAfter(2, 3600, 0.5), retryAfter(99, null)], [5, 3600, null]);
});
