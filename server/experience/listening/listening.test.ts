import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { noteReview } from "./note-review.ts";
import { listReviews, summariseReviews } from "./queries.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

test("a review comes in once, at its own date, and counts in the mean of its site", async () => {
  const review = {
    site: "avis.example",
    externalId: "a1",
    rating: 2,
    text: "Technicien en retard",
    author: "Nina",
    publishedAt: new Date("2026-02-20T10:00:00Z"),
  };
  const first = await noteReview(t.as("agent"), review);
  assert.deepEqual(await noteReview(t.as("agent"), review), first);
  await noteReview(t.as("agent"), { ...review, externalId: "a2", rating: 5, text: "Parfait" });
  assert.deepEqual(await t.eventTypes({ subjectId: first.id }), ["review.published"]);
  await noteReview(t.as("agent"), { ...review, externalId: "a0", rating: 4, publishedAt: new Date("2026-01-03T10:00:00Z") });
  const summary = await summariseReviews(t.as("cx_lead"));
  assert.deepEqual(summary.rows, [{ site: "avis.example", reviews: 3, mean: 3.67 }]);
  assert.deepEqual(summary.months, [
    { month: "2026-01", reviews: 1, mean: 4 },
    { month: "2026-02", reviews: 2, mean: 3.5 },
  ]);
  assert.equal((await listReviews(t.as("cx_lead"), { limit: 10, maxRating: 3 })).rows.length, 1);
});

test("a review of a customer names them", async () => {
  const { id: customerId } = await createCustomer(t.as("seller"), { kind: "company", name: "Atelier Martin", contacts: [] });
  await noteReview(t.as("agent"), {
    site: "carte.example",
    externalId: "b1",
    rating: 5,
    text: "Rien à dire",
    author: "Léa",
    customerId,
    publishedAt: new Date("2026-02-21T10:00:00Z"),
  });
  const { rows } = await listReviews(t.as("cx_lead"), { limit: 10, site: "carte.example" });
  assert.deepEqual(
    rows.map((row) => [row.customerId, row.customerName]),
    [[customerId, "Atelier Martin"]],
  );
});
