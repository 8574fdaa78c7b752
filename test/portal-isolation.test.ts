/**
 * A customer can never read or touch what belongs to another: every operation of the portal is called with a stranger's
 * session and the ids of someone else. New operations are walked as soon as they are in the contract.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { z } from "zod";
import type { OperationMeta } from "#platform/contract.ts";
import { newId } from "#platform/ids.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { contract } from "#server/contract.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { sampleOf } from "./harness/sample-input.ts";
import { type Owner, portalInputs, portalSamples } from "./portal-samples.ts";

interface Operation {
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  input: z.ZodType | undefined;
}

const operations: Operation[] = Object.entries(contract).flatMap(([module, procedures]) =>
  Object.entries(
    procedures as Record<
      string,
      { "~orpc": { meta: OperationMeta; route: { method: string; path: string }; inputSchema?: z.ZodType } }
    >,
  )
    .filter(([, procedure]) => procedure["~orpc"].meta.audience === "customer")
    .map(([name, procedure]) => {
      const { route, inputSchema } = procedure["~orpc"];
      return { name: `${module}.${name}`, method: route.method as Operation["method"], path: route.path, input: inputSchema };
    }),
);

let t: TestServer;
let owner: Owner;
let samples: Record<string, string>;
let strangerId: string;
before(async () => {
  t = await testServer();
  const make = async (name: string, email: string): Promise<Owner> => {
    const { id: customerId, contactIds } = await createCustomer(t.as("seller"), {
      kind: "company",
      name,
      contacts: [{ firstName: name, lastName: "Canari", email }],
    });
    const contactId = contactIds[0]!;
    return { customerId, contactId, actor: { kind: "customer", id: contactId, contactId, customerId, level: "full" } };
  };
  owner = await make("Propriétaire", "proprietaire@canari.example");
  const other = await make("Étrangère", "etrangere@ailleurs.example");
  samples = { customerId: owner.customerId, contactId: owner.contactId };
  for (const maker of portalSamples) Object.assign(samples, await maker(t, owner));
  await t.drain();
  strangerId = other.contactId;
});
after(() => t.close());

/** The input of an operation: someone else's ids where it asks for ids, the least that is valid elsewhere. */
function request({ name, path, method, input }: Operation): {
  url: string;
  payload: Record<string, unknown> | undefined;
  foreign: string[];
} {
  const values = input ? (sampleOf(input, (field) => samples[field] ?? newId()) as Record<string, unknown>) : {};
  Object.assign(values, portalInputs[name] ?? {});
  const foreign = Object.keys(values).filter((field) => field in samples);
  const url = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = values[field] ?? samples[field] ?? newId();
    delete values[field];
    return encodeURIComponent(String(value));
  });
  if (method === "GET") {
    const query = new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined || typeof value === "object" ? [] : [[name, String(value)] as [string, string]],
      ),
    );
    return { url: query.size > 0 ? `${url}?${query}` : url, payload: undefined, foreign };
  }
  return { url, payload: values, foreign };
}

const canaries = () => [...Object.values(samples), "Propriétaire", "proprietaire@canari.example"];

test("there are operations to walk, and each knows who may call it", () => {
  assert.ok(operations.length >= 6);
});

for (const operation of operations) {
  test(`${operation.method} ${operation.path} gives a stranger nothing of someone else's`, async () => {
    const { url, payload, foreign } = request(operation);
    const named = foreign.length > 0 || Object.keys(samples).some((field) => operation.path.includes(`{${field}}`));
    const stranger = await t.portal(strangerId, "full"); // a new session each time: one of the operations signs out
    const answer = await stranger.request(operation.method, `/api${url}`, payload === undefined ? {} : { body: payload });
    const text = JSON.stringify(answer.body);
    assert.ok(answer.status < 500, `${operation.name} fell over: ${text}`);
    if (named)
      assert.equal(
        answer.status,
        404,
        `${operation.name} must not know ${url} for a stranger, said ${answer.status}: ${text.slice(0, 400)}`,
      );
    else for (const canary of canaries()) assert.ok(!text.includes(canary), `${operation.name} tells a stranger about ${canary}`);
    const nobody = await t
      .visitor({ "x-throughline-app": "portal" })
      .request(operation.method, `/api${url}`, payload === undefined ? {} : { body: payload });
    assert.equal(nobody.status, 401, `${operation.name} must ask visitors to sign in`);
  });
}

test("the ids walked are real: their owner sees each of them", async () => {
  const client = await t.portal(owner.contactId, "full");
  for (const field of Object.keys(samples).filter((name) => name !== "customerId" && name !== "contactId")) {
    const readers = operations.filter((operation) => operation.method === "GET" && operation.path.includes(`{${field}}`));
    if (readers.length === 0) continue;
    const answers = await Promise.all(readers.map((operation) => client.get(request(operation).url)));
    assert.ok(
      answers.some((answer) => answer.status === 200),
      `${field}: ${readers.map((operation, index) => `${operation.name} ${answers[index]!.status}`).join(", ")}`,
    );
  }
});
