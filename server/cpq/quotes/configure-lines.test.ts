import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { addConfiguration, tryConfiguration } from "./configure-lines.ts";
import { createQuote } from "./create-quote.ts";
import { showQuote } from "./queries.ts";
import { submitQuote } from "./submit-quote.ts";

let t: TestApp;
let customerId: string;
before(async () => {
  t = await testApp();
  ({ id: customerId } = await createCustomer(t.as("seller"), { kind: "company", name: atelierMartin.name, contacts: [lea] }));
});
after(() => t.close());

const guide = "fibre-pro";
const yes = (feature: string) => ({ feature, value: true });
const skus = (rows: readonly { sku: string }[]) => rows.map((row) => row.sku).toSorted();

test("a guide answered at the desk says what goes together; a wish that cannot be is told with its ways out, and changes nothing", async () => {
  const own = await tryConfiguration(t.as("seller"), { guide, choices: [yes("SelfInstall")] });
  assert.deepEqual(skus(own.lines), ["FIBRE-PRO", "ROUTER-PRO"]);
  assert.equal(own.conflict, null);
  const wish = await tryConfiguration(t.as("seller"), { guide, choices: own.choices, wanted: yes("Large") });
  assert.deepEqual(wish.choices, own.choices);
  assert.equal(wish.conflict?.feature, "Large");
  assert.ok(wish.conflict?.reasons.some((reason) => /150 m²/.test(reason)));
  assert.deepEqual(wish.conflict?.repairs[0]?.drop, ["SelfInstall"]);
  const taken = await tryConfiguration(t.as("seller"), { guide, choices: [], wanted: yes("Large") });
  assert.deepEqual(skus(taken.lines), ["FIBRE-PRO", "INSTALL", "ROUTER-PRO", "WIFI-AP"]);
});

test("its lines go on a draft in one go, what was left open at the lowest price; not on a quote that is no draft", async () => {
  const { id: quoteId } = await createQuote(t.as("seller"), { customerId, summary: "Fibre" });
  assert.deepEqual(await addConfiguration(t.as("seller"), { quoteId, guide, choices: [yes("Technician")] }), {
    id: quoteId,
    lines: 3,
  });
  const { offer } = await showQuote(t.as("seller"), { quoteId });
  assert.deepEqual(skus(offer.lines), ["FIBRE-PRO", "INSTALL", "ROUTER-PRO"]);
  const impossible = { quoteId, guide, choices: [yes("SelfInstall"), yes("Large")] };
  await assert.rejects(addConfiguration(t.as("seller"), impossible), /configuration_impossible/);
  await assert.rejects(addConfiguration(t.as("seller"), { ...impossible, choices: [yes("Pony")] }), /unknown_option/);
  await assert.rejects(addConfiguration(t.as("seller"), { ...impossible, guide: "nothing" }), /not_found/);
  await submitQuote(t.as("seller"), { quoteId });
  await assert.rejects(addConfiguration(t.as("seller"), { quoteId, guide, choices: [] }), /not_draft/);
});
