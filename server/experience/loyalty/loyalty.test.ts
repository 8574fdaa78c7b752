import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea, paul } from "#test/story/cast.ts";
import { listReferrals, myReferrals, showSummary } from "./queries.ts";
import { refer } from "./refer.ts";
import { testify, withdrawTestimonial } from "./testify.ts";

let t: TestApp;
let contactId: string;
let customerId: string;
before(async () => {
  t = await testApp();
  const made = await createCustomer(t.as("seller"), {
    kind: "company",
    name: "Atelier Martin",
    contacts: [{ firstName: lea.firstName, lastName: lea.lastName, email: lea.email }],
  });
  customerId = made.id;
  contactId = made.contactIds[0]!;
});
after(() => t.close());

const me = () => t.as({ kind: "customer", id: contactId, contactId, customerId, level: "full" });
const whom = { name: `${paul.firstName} ${paul.lastName}`, email: paul.email, company: paul.company };

test("a referral becomes a lead, then a customer, and is thanked once at their first signature", async () => {
  const { id } = await refer(me(), whom);
  assert.deepEqual(await refer(me(), whom), { id });
  await assert.rejects(refer(me(), { name: "Moi", email: lea.email }), /referral.yourself/);
  await t.drain();
  const lead = await t.app.db
    .selectFrom("leads")
    .select(["id", "source"])
    .where("referral_id", "=", id)
    .executeTakeFirstOrThrow();
  assert.equal(lead.source, "referral");
  const newcomer = await createCustomer(t.as("seller"), { kind: "company", name: paul.company });
  await write(t.as(), (tx) =>
    append(tx, t.as(), "lead.converted", {
      subjectId: lead.id,
      customerId: newcomer.id,
      data: { opportunityId: null, contactIds: [] },
    }),
  );
  await t.drain();
  const sign = () =>
    write(t.as(), (tx) =>
      append(tx, t.as(), "quote.signed", {
        subjectId: newId(),
        customerId: newcomer.id,
        data: {
          number: "D",
          version: 1,
          opportunityId: null,
          signedBy: "P",
          documentSha256: "0",
          currency: "EUR",
          netMinor: 0n,
          taxMinor: 0n,
          totalMinor: 0n,
          lines: [],
          deliveryAddress: { line1: "x", postcode: "1", city: "y", country: "FR" },
          locale: "fr",
        },
      }),
    );
  await sign();
  await t.drain();
  await sign();
  await t.drain();
  const mine = await myReferrals(me());
  assert.deepEqual([mine.rows[0]!.status, mine.rewards.length, mine.rewards[0]!.amountMinor], ["converted", 1, 5_000n]);
  const types = await t.eventTypes({ customerId });
  for (const type of ["referral.made", "referral.converted", "reward.granted"])
    assert.equal(types.filter((each) => each === type).length, 1, type);
  assert.equal((await listReferrals(t.as("cx_lead"), { limit: 10 })).rows[0]!.referrer, "Léa Martin");
});

test("a testimonial is agreed to and taken back", async () => {
  await testify(me(), { quote: "Installée un mardi, ouverte le mercredi.", publicName: "Léa, Atelier Martin" });
  assert.equal((await showSummary(t.as("cx_lead"))).testimonials.length, 1);
  assert.deepEqual(await withdrawTestimonial(me()), { withdrawn: true });
  assert.equal((await showSummary(t.as("cx_lead"))).testimonials.length, 0);
});
