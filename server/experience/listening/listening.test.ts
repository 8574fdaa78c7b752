import assert from "node:assert/strict";
import { after, before, test } from "node:test";
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
  assert.deepEqual((await summariseReviews(t.as("cx_lead"))).rows, [{ site: "avis.example", reviews: 2, mean: 3.5 }]);
  assert.equal((await listReviews(t.as("cx_lead"), { limit: 10, maxRating: 3 })).rows.length, 1);
});
