import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#platform/ids.ts";
import { type Client, type TestServer, testServer } from "#test/harness/http.ts";
import { trainThemeTagger } from "./engine/theme-tagger.ts";
import { readTagger, writeTagger } from "./engine/write-tagger.ts";
import { ownTagger } from "./own-tagger.ts";
import { bothThemes } from "./learn-themes.ts";

let t: TestServer;
let lead: Client;
before(async () => {
  t = await testServer();
  lead = await t.signIn("cx_lead");
});
after(() => t.close());

const said = (text: string, daysAgo: number, more: { sentiment?: string; themes?: string[]; corrected_by?: string } = {}) => ({
  id: newId(),
  source: "survey",
  source_event_id: newId(),
  text,
  language: "en",
  sentiment: "neutral",
  confidence: 0.5,
  themes: [] as string[],
  journey_stage: "use",
  received_at: new Date(t.clock.now().getTime() - daysAgo * 86_400_000),
  ...more,
});

test("phrases said now and not before, with the texts that say them", async () => {
  const rows = [
    ...Array.from({ length: 8 }, (_, index) => said(`The blue lamp blinks, case ${index}`, 3, { sentiment: "negative" })),
    ...Array.from({ length: 20 }, (_, index) => said(`All is well, case ${index}`, index % 5 === 0 ? 5 : 40)),
  ];
  await t.app.db.insertInto("feedback_items").values(rows).execute();
  const { status, body } = await lead.get("/feedback-phrases", { days: 30 });
  assert.equal(status, 200, JSON.stringify(body));
  const [first] = body.rows;
  assert.deepEqual([first.phrase, first.now, first.before, first.negative, first.ids.length], ["blue lamp blinks", 8, 0, 8, 8]);
  const list = (await lead.get(`/feedback?${first.ids.map((id: string) => `ids[]=${id}`).join("&")}`)).body.rows;
  assert.equal(list.length, 8);
  assert.ok(list.every(({ text }: { text: string }) => text.includes("blue lamp")));
  assert.equal((await lead.get("/feedback-phrases", { days: 0 })).status, 400);
  assert.equal((await t.visitor().get("/feedback-phrases")).status, 401);
});

test("a correction is a fact; a theme that is none, a stranger's feedback and those who may not are refused", async () => {
  const { id } = await t.app.db.selectFrom("feedback_items").select("id").orderBy("id").executeTakeFirstOrThrow();
  const path = `/feedback/${id}/reading`;
  assert.equal((await lead.put(path, { sentiment: "positive", themes: ["product"] })).status, 200);
  const event = await t.app.db
    .selectFrom("events")
    .select("data")
    .where("type", "=", "feedback.corrected")
    .executeTakeFirstOrThrow();
  assert.deepEqual(event.data, { sentiment: "positive", was: "negative", themes: "product" });
  assert.equal((await lead.put(path, { sentiment: "positive", themes: ["nope"] })).status, 404);
  assert.equal((await lead.put(path, { sentiment: "angry", themes: [] })).status, 400);
  assert.equal((await lead.put(`/feedback/${newId()}/reading`, { sentiment: "neutral", themes: [] })).status, 404);
  assert.equal((await (await t.signIn("seller")).put(path, { sentiment: "neutral", themes: [] })).status, 403);
});

test("corrected themes teach, once there are enough and it helps; what is learnt survives being stored", async () => {
  const taxonomy = [{ key: "product", words: { en: [], fr: [] } }];
  const themes = async (text: string) => bothThemes(text, "en", taxonomy, await ownTagger(t.as()));
  await t.runTimed("feedback/learn-themes");
  assert.deepEqual(await themes("The flange sings on line 99"), [], "one correction is too few");
  const rows = Array.from({ length: 20 }, (_, index) => [
    said(`The flange sings on line ${index}`, 1, { themes: ["product"], corrected_by: "someone" }),
    said(`The people were kind on day ${index}`, 1, { themes: [], corrected_by: "someone" }),
  ]);
  await t.app.db.insertInto("feedback_items").values(rows.flat()).execute();
  await t.runTimed("feedback/learn-themes");
  assert.deepEqual(await themes("The flange sings on line 99"), ["product"]);
  assert.deepEqual(await themes("The people were kind on day 99"), []);
  const tagger = trainThemeTagger(rows.flat().map(({ text, themes: own }) => ({ text, language: "en" as const, themes: own })));
  assert.deepEqual(readTagger(writeTagger(tagger)), tagger);
});
