/** The web server itself: health, metrics, headers, the API document, live hints, limits. */
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { write } from "#platform/write.ts";
import { newId } from "#platform/ids.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { staff, demoPassword } from "#test/story/cast.ts";
import { contract } from "./contract.ts";
import { buildHttpServer } from "./http-server.ts";
import { modules } from "./modules.ts";

let t: TestServer;
let origin: string;
before(async () => {
  t = await testServer();
  origin = await t.server.listen({ port: 0, host: "127.0.0.1" });
});
after(() => t.close());

test("live tells that the process answers, ready that it can serve, metrics how it fares", async () => {
  const visitor = t.visitor();
  assert.deepEqual((await visitor.request("GET", "/health/live")).body, { status: "live" });
  assert.deepEqual((await visitor.request("GET", "/health/ready")).body, { status: "ready" });
  const metrics = await visitor.request<string>("GET", "/metrics");
  assert.match(metrics.body, /http_request_duration_seconds_count\{.*route="\/health\/live",status="200"\} \d+/);
  assert.match(metrics.body, /^job_queue_waiting \d+$/m);
  assert.match(metrics.body, /^events_recorded \d+$/m);
});

test("every answer carries a strict content policy with a nonce of its own", async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { headers } = await t.visitor().request("GET", "/health/live");
      assert.equal(headers["x-content-type-options"], "nosniff");
      const policy = String(headers["content-security-policy"]);
      assert.match(policy, /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
      return /script-src 'self' 'nonce-([^']{20,})'/.exec(policy)![1];
    }),
  );
  assert.notEqual(nonces[0], nonces[1]);
});

test("answers say how far the demo's clock runs ahead, so that screens count from the same now", async () => {
  const ahead = async () => (await t.visitor().request("GET", "/health/live")).headers["x-clock-ahead"];
  const before = Number((await ahead()) ?? 0);
  const hourMs = 3_600_000;
  t.clock.advanceMs(hourMs);
  try {
    assert.ok(Math.abs(Number(await ahead()) - before - hourMs) < 60_000);
  } finally {
    t.clock.advanceMs(-hourMs);
  }
});

test("the session cookie is out of reach of scripts and other sites, and only over TLS where there is TLS", async () => {
  const credentials = { email: staff.seller.email, password: demoPassword };
  const cookies = async (server = t.server) => {
    const answer = await server.inject({ method: "POST", url: "/api/auth/sign-in/email", payload: credentials });
    assert.equal(answer.statusCode, 200, answer.body);
    return [answer.headers["set-cookie"] ?? []].flat().filter((cookie) => cookie.includes("session"));
  };
  const plain = await cookies();
  assert.ok(plain.length > 0);
  for (const cookie of plain) assert.match(cookie, /HttpOnly/i);
  for (const cookie of plain) assert.match(cookie, /SameSite=(Lax|Strict)/i);
  const secured = { ...t.app, config: { ...t.app.config, publicUrl: "https://cx.example" } };
  const server = await buildHttpServer(secured, modules, t.connection, { rateLimits: false });
  try {
    for (const cookie of await cookies(server)) assert.match(cookie, /Secure/i);
  } finally {
    await server.close();
  }
});

test("the API document is OpenAPI 3.1, holds every operation, and every reference in it leads somewhere", async () => {
  const { body: document } = await t.visitor().request("GET", "/api/openapi.json");
  assert.match(document.openapi, /^3\.1\.\d+$/);
  const missing = Object.entries(contract).flatMap(([module, operations]) =>
    Object.entries(operations as Record<string, { "~orpc": { route: { method?: string; path?: string } } }>).flatMap(
      ([name, procedure]) => {
        const { method = "POST", path } = procedure["~orpc"].route;
        const operation = path && document.paths[path]?.[method.toLowerCase()];
        return operation?.responses?.["200"] && operation.responses["401"] && operation.summary ? [] : [`${module}.${name}`];
      },
    ),
  );
  assert.deepEqual(missing, []);
  const ids = Object.values(document.paths as Record<string, Record<string, { operationId?: string }>>).flatMap((path) =>
    Object.values(path).flatMap(({ operationId }) => operationId ?? []),
  );
  assert.equal(new Set(ids).size, ids.length, "an operationId is used twice");
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!);
  for (const reference of references) {
    const target = reference.split("/").reduce((place, step) => place?.[step.replaceAll("~1", "/")], document);
    assert.ok(target, reference);
  }
  assert.equal((await t.visitor().request("GET", "/api/reference/")).status, 200);
});

test("live hints: a customer hears only of their own account, staff of all, strangers of nothing", async () => {
  const make = (name: string) =>
    createCustomer(t.as("seller"), {
      kind: "company",
      name,
      contacts: [{ firstName: "A", lastName: name, email: `${newId()}@exemple.example` }],
    });
  const [own, other] = [await make("Atelier Martin"), await make("Menuiserie Girard")];
  const portal = await t.portal(own.contactIds[0]!, "full");
  const console = await t.signIn("cx_lead");
  const stop = new AbortController();
  const heard = { portal: "", staff: "" };
  const listen = async (who: "portal" | "staff", cookies: Map<string, string>, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${origin}/api/live`, { headers: { cookie, ...headers }, signal: stop.signal });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/event-stream");
    void (async () => {
      const decoder = new TextDecoder();
      for await (const part of answer.body!) heard[who] += decoder.decode(part as Uint8Array, { stream: true });
    })().catch(() => {}); // ends with the abort below
  };
  await listen("portal", portal.cookies, { "x-throughline-app": "portal" });
  await listen("staff", console.cookies);
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // the reader takes its place at the end of the log
  const note = (customerId: string) =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "customer.changed", { subjectId: customerId, customerId, data: { fields: ["name"] } }),
    );
  await Promise.all([note(own.id), note(other.id)]);
  const until = Date.now() + 15_000;
  while (!heard.staff.includes(other.id) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  while (!heard.portal.includes(own.id) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  stop.abort();
  assert.ok(heard.staff.includes(own.id) && heard.staff.includes(other.id), heard.staff);
  assert.ok(heard.portal.includes(own.id), heard.portal);
  assert.ok(!heard.portal.includes(other.id), heard.portal);
  const hint = JSON.parse(/data: (\[.*\])/.exec(heard.portal)![1]!)[0];
  assert.deepEqual(Object.keys(hint).sort(), ["customerId", "subjectId", "type"]);
  assert.equal((await fetch(`${origin}/api/live`)).status, 401);
});

test("too many requests are refused for a while, sign-in much sooner than reading", async () => {
  const server = await buildHttpServer(t.app, modules, t.connection, { rateLimits: true });
  try {
    const attempt = () =>
      server.inject({
        method: "POST",
        url: "/api/auth/sign-in/email",
        payload: { email: "nobody@rivage.example", password: "wrong-password" },
        headers: { "accept-language": "fr" },
      });
    let refused = await attempt();
    for (let n = 0; n < 25 && refused.statusCode !== 429; n += 1) refused = await attempt();
    assert.equal(refused.statusCode, 429);
    assert.match(String(refused.headers["content-type"]), /^application\/problem\+json/);
    const problem = refused.json<{ code: string; detail: string; requestId: string }>();
    assert.equal(problem.code, "rate.limited");
    assert.match(problem.detail, /^Trop de requêtes. Attendez \d+ s/);
    assert.ok(problem.requestId);
    assert.equal((await server.inject({ url: "/health/live" })).statusCode, 200);
    const chat = () => server.inject({ method: "POST", url: "/api/public/chats", payload: {} });
    let begun = await chat();
    assert.equal(begun.statusCode, 400, "what strangers begin is counted apart");
    for (let n = 0; n < 35 && begun.statusCode !== 429; n += 1) begun = await chat();
    assert.equal(begun.statusCode, 429);
    assert.notEqual((await server.inject({ url: "/api/public/guides" })).statusCode, 429, "reading goes on");
  } finally {
    await server.close();
  }
});

test("a body that does not say how long it is, is cut off at the limit with an answer", async () => {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port) });
  let answer = "";
  socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
  socket.on("error", () => {}); // the server closes while we still send
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.write(
    "POST /api/public/page-views HTTP/1.1\r\nhost: localhost:3000\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
  );
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  for (let n = 0; n < 64 && answer === "" && socket.writable; n += 1)
    await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  socket.destroy();
  assert.match(answer, /^HTTP\/1.1 413 /);
  assert.match(answer, /"code":"input.too_large"/);
});
