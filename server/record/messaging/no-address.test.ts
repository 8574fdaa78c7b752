import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { sendMessage } from "./send-message.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

test("a contact without an address is skipped, not lost", async () => {
  const made = await createCustomer(t.as("seller"), {
    kind: "person",
    name: "Sans mail",
    contacts: [{ firstName: "Sans", phone: "+33 6 00 00 00 00" }],
  });
  const answer = await sendMessage(t.as(), {
    contactId: made.contactIds[0]!,
    purpose: "invoice",
    transactional: true,
    template: "sample",
    content: { subject: "Bonjour", title: "Bonjour", blocks: [{ kind: "text", text: "Bonjour" }] },
  });
  assert.equal(answer.outcome === "skipped" && answer.reason, "no_address");
});
