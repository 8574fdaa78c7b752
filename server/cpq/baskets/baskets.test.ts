import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { recordViews } from "#front-office/interactions/record-views.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { lea } from "#test/story/cast.ts";
import { addExtra, choose, explain } from "./choose.ts";
import { configureBasket, requestQuote, showBasket } from "./request-quote.ts";
import { startBasket } from "./start-basket.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const visitor = () => t.as({ kind: "visitor", id: "v" });
const start = (visitorId?: string) => startBasket(visitor(), { guide: "fibre-pro", visitorId, locale: "fr" });

test("choices keep the basket valid: what cannot be is refused with reasons and ways out, what follows is added", async () => {
  const { id: basketId, key } = await start();
  const own = { basketId, key };
  const large = await choose(visitor(), { ...own, feature: "Large", value: true });
  assert.ok(large.accepted);
  assert.deepEqual(
    large.basket.lines.map((line) => line.sku),
    ["ROUTER-PRO", "WIFI-AP", "INSTALL", "FIBRE-PRO"],
  );
  const self = await choose(visitor(), { ...own, feature: "SelfInstall", value: true });
  assert.equal(self.accepted, false);
  assert.ok(self.conflict!.reasons.length > 0);
  assert.deepEqual(self.conflict!.choices, ["Plus de 150 m²"]);
  assert.deepEqual(self.conflict!.repairs[0]!.drop, ["Plus de 150 m²"]);
  assert.deepEqual((await explain(visitor(), { ...own, feature: "Technician" })).choices, ["Plus de 150 m²"]);
  await choose(visitor(), { ...own, feature: "Large", value: null });
  assert.ok((await choose(visitor(), { ...own, feature: "SelfInstall", value: true })).accepted);
});

test("a finished basket is the cheapest that keeps every choice, and a quote is asked for once, on the visitor's line", async () => {
  const { visitorId } = await recordViews(t.as(), { views: [{ path: "/shop/fibre-pro", utm: {} }] });
  const { id: basketId, key } = await start(visitorId);
  const own = { basketId, key };
  await choose(visitor(), { ...own, feature: "Small", value: true });
  await choose(visitor(), { ...own, feature: "Technician", value: true });
  const done = await configureBasket(visitor(), own);
  assert.deepEqual(
    done.lines.map((line) => line.sku),
    ["ROUTER-PRO", "INSTALL", "FIBRE-PRO"],
  );
  assert.deepEqual([done.oneOffMinor, done.monthlyMinor, done.leadTimeDays], [33_800n, 8_900n, 7]);
  const who = { firstName: lea.firstName, lastName: lea.lastName, email: lea.email, company: "Atelier Martin" };
  await requestQuote(visitor(), { ...own, ...who });
  await requestQuote(visitor(), { ...own, ...who });
  assert.deepEqual(await t.eventTypes({ subjectId: basketId }), ["basket.started", "basket.configured", "quote.requested"]);
  await assert.rejects(choose(visitor(), { ...own, feature: "Large", value: true }), /basket.requested/);
  await t.drain();
  const lead = await t.app.db.selectFrom("leads").select(["source"]).where("email", "=", lea.email).execute();
  assert.equal(lead.length, 1, "someone without an account who asks for a quote is a lead");
});

test("recommended articles are on sale and fit; a stranger's key opens nothing", async () => {
  const { id: basketId, key, recommendations } = await start();
  assert.ok(recommendations.some((each) => each.sku === "BACKUP-4G"));
  const more = await addExtra(visitor(), { basketId, key, sku: "BACKUP-4G" });
  assert.ok(more.lines.some((line) => line.sku === "BACKUP-4G"));
  assert.ok(!more.recommendations.some((each) => each.sku === "BACKUP-4G"));
  await assert.rejects(addExtra(visitor(), { basketId, key, sku: "NOPE" }), /not_possible/);
  await assert.rejects(showBasket(visitor(), { basketId, key: "another-key-of-enough-length" }), /not_found/);
});
