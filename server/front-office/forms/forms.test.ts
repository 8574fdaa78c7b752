import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { recordViews } from "#front-office/interactions/record-views.ts";
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

test("what is missing or wrong is named, programs are turned away, an inactive form is gone", async () => {
  await assert.rejects(send({ values: { ...values, email: "" } }), /form.field_missing.*email/);
  await assert.rejects(send({ values: { ...values, email: "nope" } }), /form.field_not_valid/);
  await assert.rejects(send({ website: "http://spam" }), /form.not_a_person/);
  const form = await readForm(t.as(), { slug: "fibre-pro" });
  assert.equal((await listSubmissions(t.as("marketer"), { formId: form.id, limit: 50 })).rows.length, 1);
  const listed = (await listForms(t.as("marketer"))).rows.find((one) => one.id === form.id)!;
  assert.equal(listed.submissions, 1);
  assert.ok(listed.lastSubmittedAt);
  assert.deepEqual(
    listed.campaigns.map((campaign) => campaign.slug),
    ["fibre-pro"],
  );
  await changeForm(t.as("marketer"), { formId: form.id, active: false });
  await assert.rejects(send(), /not_found/);
});
