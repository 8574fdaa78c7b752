/** Every write operation of the API is sent what it must refuse: each answer is a clear problem+json and nothing is half-written. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { Role } from "#platform/context.ts";
import { declaredPermissions } from "#platform/http/authorise.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type Answer, type Client, type TestServer, testServer } from "#test/harness/http.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { knownIds } from "./bad-input/known-ids.ts";
import { addressed, type WriteOperation, writeOperations } from "./bad-input/operations.ts";
import { sample } from "./bad-input/sample.ts";
import { at, bare, definitionOf, fieldsOf, isRequired, withAt } from "./bad-input/shape.ts";

let t: TestServer;
let idOf: (field: string) => string;
let contactId: string;
const clients = new Map<string, Client>();
const offenders: string[] = [];
const told = { requests: 0 };

before(async () => {
  t = await testServer();
  const made = await createCustomer(t.as("seller"), {
    kind: "company",
    name: atelierMartin.name,
    contacts: [{ firstName: lea.firstName, lastName: lea.lastName, email: lea.email }],
  });
  contactId = made.contactIds[0]!;
  idOf = await knownIds(t.app);
});
after(() => t.close());

async function clientFor(operation: WriteOperation, fresh = false): Promise<Client> {
  const { audience } = operation.meta;
  if (fresh) clients.delete(audience);
  const open = () =>
    audience === "staff"
      ? t.signIn("admin")
      : audience === "customer"
        ? t.portal(contactId, "full")
        : Promise.resolve(t.visitor());
  if (!clients.has(audience)) clients.set(audience, await open());
  return clients.get(audience)!;
}

/** Sends one input as its rightful caller, in a language, signed in again when an earlier operation ended the session. */
async function send(operation: WriteOperation, input: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  told.requests += 1;
  const { path, body } = addressed(operation, input as Record<string, unknown>);
  const go = async (client: Client) => client.request(operation.method, `/api${path}`, { body, headers });
  const answer = await go(await clientFor(operation));
  return answer.status === 401 && answer.body?.code === "auth.sign_in" && operation.meta.audience !== "public"
    ? go(await clientFor(operation, true))
    : answer;
}

const lastEvent = async (): Promise<bigint> =>
  (await sql<{ n: bigint }>`select coalesce(max(position), 0)::bigint as n from events`.execute(t.app.db)).rows[0]!.n;

/** What is wrong with an answer that should be a refusal; undefined when nothing is. */
function faultOf(answer: Answer, expected?: { status: number; code?: string }): string | undefined {
  const { status, body, headers } = answer;
  const short = `${status} ${JSON.stringify(body).slice(0, 160)}`;
  if (status < 400 || status >= 500) return `not refused: ${short}`;
  if (expected && status !== expected.status) return `${expected.status} expected: ${short}`;
  if (expected?.code && body?.code !== expected.code) return `${expected.code} expected: ${short}`;
  if (!String(headers["content-type"]).startsWith("application/problem+json"))
    return `not problem+json: ${String(headers["content-type"])}`;
  if (!/^[a-z_]+([.][a-z_]+)*$/.test(String(body.code))) return `no stable code: ${short}`;
  if (!body.detail || body.detail === body.code) return `no text: ${short}`;
  if (/\{\w+\}|undefined|null/.test(body.detail)) return `text with a hole: ${body.detail}`;
  if (!body.requestId) return `no request id: ${short}`;
  return undefined;
}

const blame = (operation: WriteOperation, what: string, fault: string | undefined): void => {
  if (fault) offenders.push(`${operation.name} (${what}): ${fault}`);
};

/** Runs the cases of each operation and tells afterwards which ones were not refused as they should be. */
async function eachOperation(
  operations: readonly WriteOperation[],
  cases: (operation: WriteOperation) => AsyncGenerator<[what: string, fault: string | undefined]>,
): Promise<void> {
  offenders.length = 0;
  for (const operation of operations) {
    const before = await lastEvent();
    for await (const [what, fault] of cases(operation)) blame(operation, what, fault);
    if ((await lastEvent()) !== before) offenders.push(`${operation.name}: events were written by refused requests`);
  }
  assert.equal(offenders.length, 0, `${offenders.length} offenders:\n${offenders.join("\n")}`);
}

const withInput = writeOperations.filter((operation) => operation.input !== undefined);
const good = (operation: WriteOperation, variant = 0): Record<string, unknown> =>
  operation.input ? (sample(operation.input, idOf, variant) as Record<string, unknown>) : {};
const isPathField = (operation: WriteOperation, name: string | number): boolean => operation.path.includes(`{${name}}`);

test("a body that is no JSON is refused, in both languages", () =>
  eachOperation(withInput, async function* (operation) {
    const { path } = addressed(operation, good(operation));
    const client = await clientFor(operation);
    const texts: string[] = [];
    for (const locale of ["en", "fr"]) {
      const answer = await client.request(operation.method, `/api${path}`, {
        body: '{"broken": ',
        headers: { "content-type": "application/json", "x-locale": locale },
      });
      yield [`malformed, ${locale}`, faultOf(answer, { status: 400, code: "input.invalid" })];
      texts.push(answer.body?.detail);
    }
    yield ["languages", texts[0] === texts[1] ? `the same text in both languages: ${texts[0]}` : undefined];
  }));

test("a value of the wrong kind is refused, field by field", () =>
  eachOperation(withInput, async function* (operation) {
    const whole = good(operation, 1);
    for (const { path, schema } of fieldsOf(operation.input!)) {
      const { type } = definitionOf(bare(schema));
      const wrong = [["object", "array", "record", "tuple"].includes(type) ? 3.14159 : { wrong: ["x"] }, "\u0001", -0.5].find(
        (value) => !schema.safeParse(value).success,
      );
      const input = wrong === undefined ? undefined : withAt(whole, path, wrong);
      if (input !== undefined) yield [`wrong ${path.join(".")}`, faultOf(await send(operation, input, { "x-locale": "fr" }))];
    }
  }));

test("a missing field that is required is refused", () =>
  eachOperation(withInput, async function* (operation) {
    const whole = good(operation);
    for (const { path, schema } of fieldsOf(operation.input!)) {
      if (!isRequired(schema) || typeof path.at(-1) === "number" || (path.length === 1 && isPathField(operation, path[0]!)))
        continue;
      if (at(whole, path) === undefined) continue;
      yield [`without ${path.join(".")}`, faultOf(await send(operation, withAt(whole, path, undefined), { "x-locale": "en" }))];
    }
  }));

test("too long a text and too large a body are refused", () =>
  eachOperation(withInput, async function* (operation) {
    const whole = good(operation, 1);
    const long = "x".repeat(200_000);
    for (const { path, schema } of fieldsOf(operation.input!)) {
      if (definitionOf(bare(schema)).type !== "string" || (path.length === 1 && isPathField(operation, path[0]!))) continue;
      const input = withAt(whole, path, long);
      if (input !== undefined && operation.method !== "DELETE")
        yield [`200 kB of ${path.join(".")}`, faultOf(await send(operation, input))];
    }
    const answer = await send(operation, { ...whole, filling: "x".repeat(2_100_000) });
    yield ["2.1 MB", faultOf(answer, { status: 413, code: "input.too_large" })];
  }));

test("an id that is nobody's is refused", () =>
  eachOperation(withInput, async function* (operation) {
    const whole = good(operation);
    for (const { path, schema } of fieldsOf(operation.input!)) {
      if (definitionOf(bare(schema)).format !== "uuid" || at(whole, path) === undefined) continue;
      if (freeIds.has(`${operation.name} ${path.join(".")}`)) continue;
      yield [`foreign ${path.join(".")}`, faultOf(await send(operation, withAt(whole, path, randomUUID())))];
    }
  }));
/** Ids that the caller makes up, or whose answer tells per record which are unknown. */
const freeIds = new Set<string>([
  "interactions.record visitorId",
  "interactions.record clickId",
  "conversations.startChat visitorId",
  "conversations.startChat clientId",
  "usage.record records.0.subscriptionId",
]);

test("who is not signed in, comes from another site or has no permission is stopped", async () => {
  const visitor = t.visitor();
  const asAdmin = await t.signIn("admin");
  const byRole = new Map<Role, Client>();
  await eachOperation(writeOperations, async function* (operation) {
    const { path, body } = addressed(operation, good(operation));
    const go = (client: Client, headers = {}) => client.request(operation.method, `/api${path}`, { body, headers });
    const { meta } = operation;
    yield [
      "from another site",
      faultOf(await go(asAdmin, { origin: "https://evil.example" }), { status: 403, code: "auth.cross_site" }),
    ];
    yield ["fetched from another site", faultOf(await go(asAdmin, { "sec-fetch-site": "cross-site" }), { status: 403 })];
    if (meta.audience !== "public") yield ["nobody", faultOf(await go(visitor), { status: 401, code: "auth.sign_in" })];
    if (meta.audience === "customer") yield ["staff", faultOf(await go(asAdmin), { status: 401 })];
    if (meta.audience !== "staff") return;
    const allowed = declaredPermissions().find(({ permission }) => permission === meta.permission)?.roles ?? [];
    const role = (["technician", "biller", "seller", "marketer", "planner", "agent"] as const).find(
      (each) => !allowed.includes(each),
    );
    if (!role) return;
    if (!byRole.has(role)) byRole.set(role, await t.signIn(role));
    yield [`a ${role}`, faultOf(await go(byRole.get(role)!), { status: 403, code: "auth.not_allowed" })];
  });
});

/** Operations that only answer a question, or whose repeat is harmless by nature; they keep no idempotency key. */
const answersOnly = new Set<string>([
  "campaigns.preview",
  "messaging.answerCaught",
  "messaging.clearCaught",
  "signatures.verify",
]);
/** Their answer holds a secret shown once: a repeat is refused rather than answered. */
const secretAnswers = new Set<string>(["staff.createApiKey", "webhooks.create", "webhooks.rotateSecret"]);

/** The same input with one value changed to another that is valid too. */
function otherContent(operation: WriteOperation): Record<string, unknown> {
  const [one, other] = [good(operation), good(operation, 1)];
  for (const { path, schema } of fieldsOf(operation.input!)) {
    const value = at(other, path);
    if (path.length === 1 && isPathField(operation, path[0]!)) continue;
    if (typeof value === "object" || value === undefined || value === at(one, path)) continue;
    const changed = withAt(one, path, value) as Record<string, unknown>;
    if (schema.safeParse(value).success && operation.input!.safeParse(changed).success) return changed;
  }
  return { ...one, other: 1 };
}

test("the same key gives the same answer; with other content it is refused", async (context) => {
  offenders.length = 0;
  let repeated = 0;
  for (const operation of writeOperations) {
    const key = randomUUID();
    const headers = { "idempotency-key": key };
    const first = await send(operation, good(operation), headers);
    if (first.status >= 500) blame(operation, "plausible input", `${first.status} ${JSON.stringify(first.body)}`);
    if (first.status >= 300) continue;
    const before = await lastEvent();
    const second = await send(operation, good(operation), headers);
    const kept = await t.app.db.selectFrom("idempotency_keys").select("key").where("key", "=", key).executeTakeFirst();
    if (!kept) {
      if (!answersOnly.has(operation.name)) blame(operation, "idempotency", "the key is not kept");
      continue;
    }
    repeated += 1;
    if (secretAnswers.has(operation.name))
      blame(operation, "repeat", faultOf(second, { status: 409, code: "idempotency.answered_once" }));
    else if (JSON.stringify(second.body) !== JSON.stringify(first.body) || second.status !== first.status)
      blame(
        operation,
        "repeat",
        `${second.status} ${JSON.stringify(second.body)} instead of ${first.status} ${JSON.stringify(first.body)}`,
      );
    if ((await lastEvent()) !== before) blame(operation, "repeat", "events were written again");
    if (operation.input && operation.method !== "DELETE")
      blame(
        operation,
        "same key, other content",
        faultOf(await send(operation, otherContent(operation), headers), { status: 422, code: "idempotency.mismatch" }),
      );
  }
  context.diagnostic(
    `${writeOperations.length} write operations, ${repeated} repeated with their key, ${told.requests} requests in all`,
  );
  assert.equal(offenders.length, 0, `${offenders.length} offenders:\n${offenders.join("\n")}`);
  assert.ok(repeated >= 15, `only ${repeated} operations could be repeated`);
});

test("a file larger than the limit is refused", async () => {
  const admin = await t.signIn("admin");
  const boundary = "----boundary";
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\ncustomers\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${"x".repeat(51_000_000)}\r\n--${boundary}--\r\n`;
  const answer = await admin.request("POST", "/api/imports", {
    body,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  });
  assert.equal(faultOf(answer, { status: 413, code: "input.too_large" }), undefined);
});
