import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { recordViews } from "#front-office/interactions/record-views.ts";
import { confirmConsent } from "#record/consent/confirm-consent.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { showContact } from "#record/customers/list-contacts.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { openLink } from "#record/portal/open-link.ts";
import { signedLink } from "#record/portal/signed-link.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea } from "#test/story/cast.ts";
import { listForms, listSubmissions, readForm } from "./queries.ts";
import { changeForm } from "./save-form.ts";
import { submitForm } from "./submit-form.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const values = { first_name: lea.firstName, last_name: lea.lastName, email: lea.email, company: "Atelier Martin" };
const send = (more: Partial<Parameters<typeof submitForm>[1]> = {}) =>
  submitForm(t.as({ kind: "visitor", id: "v" }), {
    slug: "fibre-pro",
    values,
    purposes: ["marketing_email", "unknown"],
    utm: {},
    locale: "fr",
    ...more,
  });

test("a visitor who signs up becomes a contact, and their page views are on the same line", async () => {
  const { visitorId } = await recordViews(t.as(), {
    views: [
      { path: "/p/fibre-pro", utm: { utm_source: "linkedin" } },
      { path: "/tarifs", utm: {} },
    ],
  });
  const sent = await send({ visitorId });
  assert.deepEqual((await send({ visitorId })).id, sent.id, "sent twice is sent once");
  const events = await t.app.db
    .selectFrom("events")
    .select(["type", "correlation_id", "contact_id", "data"])
    .where("type", "in", ["page.viewed", "form.submitted", "contact.identified"])
    .orderBy("position")
    .execute();
  assert.equal(new Set(events.map((event) => event.correlation_id)).size, 1);
  const submitted = events.find((event) => event.type === "form.submitted")!;
  assert.deepEqual((submitted.data as { purposes: string[] }).purposes, ["marketing_email"]);
  assert.ok(submitted.contact_id);
});

test("a stranger who types a known address changes nothing of the contact: the mailbox has to say so first", async () => {
  const customer = await createCustomer(t.as("seller"), {
    kind: "company",
    name: "Menuiserie Vidal",
    contacts: [{ firstName: "Paul", lastName: "Vidal", email: "paul@vidal.example" }],
  });
  const contact = await t.app.db
    .selectFrom("contacts")
    .selectAll()
    .where("customer_id", "=", customer.id)
    .executeTakeFirstOrThrow();
  const visit = async () => (await recordViews(t.as(), { views: [{ path: "/p/fibre-pro", utm: {} }] })).visitorId;
  const [stranger, paul] = [await visit(), await visit()];
  const submit = (visitorId: string, phone: string) =>
    send({
      visitorId,
      values: { first_name: "Eve", last_name: "Moreau", email: "PAUL@vidal.example", phone },
      purposes: ["marketing_email", "profiling"],
    });
  const now = () =>
    t.app.db.selectFrom("contacts").select(["first_name", "phone"]).where("id", "=", contact.id).executeTakeFirstOrThrow();
  const browsers = async () =>
    (
      await t.app.db
        .selectFrom("identifiers")
        .select("value")
        .where("contact_id", "=", contact.id)
        .where("kind", "=", "visitor")
        .execute()
    ).map((row) => row.value);

  await submit(stranger, "+33 6 99 99 99 99");
  await t.drain();
  assert.deepEqual(await now(), { first_name: "Paul", phone: null });
  assert.deepEqual(await browsers(), []);
  const states = await t.app.db
    .selectFrom("consent_states")
    .select(["purpose", "state"])
    .where("contact_id", "=", contact.id)
    .orderBy("purpose")
    .execute();
  assert.deepEqual(
    states.map((row) => [row.purpose, row.state]),
    [
      ["marketing_email", "pending"],
      ["profiling", "pending"],
    ],
    "no purpose is agreed to in their name",
  );
  const { claims } = await showContact(t.as("seller"), { contactId: contact.id });
  assert.deepEqual(
    claims.map((claim) => [claim.name, claim.phone]),
    [[null, "+33 6 99 99 99 99"]],
    "what was typed is kept, as claimed",
  );

  await submit(paul, "+33 6 11 11 11 11");
  await t.drain();
  const link = (visitorId?: string) =>
    openLink(t.as({ kind: "visitor", id: "v" }), {
      token: signedLink(t.app, contact.id, "/portal", "quote", new Date(t.clock.now().getTime() + 60_000)).split("/p/l/")[1]!,
      visitorId,
    });
  await link();
  assert.deepEqual(await browsers(), [], "two browsers claim the address: a link opened elsewhere proves neither");
  await link(paul);
  assert.deepEqual(await now(), { first_name: "Paul", phone: "+33 6 11 11 11 11" });
  assert.deepEqual(await browsers(), [paul]);
});

test("a confirmed double opt-in makes what was typed with it true on any device; another browser than the one that clicks is not joined", async () => {
  const { contactId } = await recogniseContact(t.as(), { email: "zoe.arnaud@exemple.example" });
  const { visitorId } = await recordViews(t.as(), { views: [{ path: "/p/fibre-pro", utm: {} }] });
  await send({
    visitorId,
    values: { first_name: "Zoé", last_name: "Arnaud", email: "zoe.arnaud@exemple.example", phone: "+33 6 22 22 22 22" },
    purposes: ["marketing_email"],
  });
  await t.drain();
  const [mail] = t.app.catcher!.list({ to: "zoe.arnaud@exemple.example", limit: 1 }).items;
  const token = /token=([\w.-]+)/.exec((await t.app.catcher!.get(mail!.id))!.text)![1]!;
  await confirmConsent(t.as({ kind: "visitor", id: "phone" }), { token });
  await confirmConsent(t.as({ kind: "visitor", id: "phone" }), { token });
  const { contact, identifiers, claims } = await showContact(t.as("admin"), { contactId });
  assert.deepEqual([contact.firstName, contact.lastName, contact.phone], ["Zoé", "Arnaud", "+33 6 22 22 22 22"]);
  assert.ok(contact.emailVerifiedAt);
  assert.deepEqual(claims, []);
  assert.ok(!identifiers.some((one) => one.kind === "visitor"), "the click proves the mailbox, not who typed");
});

test("what is missing or wrong is named, programs are turned away, an inactive form is gone", async () => {
  await assert.rejects(send({ values: { ...values, email: "" } }), /form.field_missing.*email/);
  await assert.rejects(send({ values: { ...values, email: "nope" } }), /form.field_not_valid/);
  await assert.rejects(send({ website: "http://spam" }), /form.not_a_person/);
  const form = await readForm(t.as(), { slug: "fibre-pro" });
  assert.equal((await listSubmissions(t.as("marketer"), { formId: form.id, limit: 50 })).rows.length, 4);
  const listed = (await listForms(t.as("marketer"))).rows.find((one) => one.id === form.id)!;
  assert.equal(listed.submissions, 4);
  assert.ok(listed.lastSubmittedAt);
  assert.deepEqual(
    listed.campaigns.map((campaign) => campaign.slug),
    ["fibre-pro"],
  );
  await changeForm(t.as("marketer"), { formId: form.id, active: false });
  await assert.rejects(send(), /not_found/);
});
