import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { listGuides, readGuide } from "./queries.ts";
import { createGuide, publishGuide } from "./save-guide.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const text = (value: string) => ({ en: value, fr: value });
const draft = (rules: unknown[]) => ({
  slug: "test",
  name: text("Test"),
  intro: text("Test"),
  model: { id: "test", root: { id: "Root", groups: [{ kind: "optional", features: [{ id: "A" }, { id: "B" }] }] }, rules },
  questions: [{ key: "q", kind: "many" as const, label: text("?"), options: [{ feature: "A", label: text("A") }] }],
  lines: [],
});
const never = { id: "never", expression: { op: "not", of: { op: "selected", feature: "A" } } };

test("the demo guide was proved: no dead option, every configuration counted", async () => {
  const { rows } = await listGuides(t.as("marketer"));
  assert.deepEqual([rows[0]!.analysis!.dead, rows[0]!.analysis!.configurations], [[], "14"]);
});

test("a guide with a dead option, an unknown feature or an impossible model is not published", async () => {
  const { id } = await createGuide(t.as("marketer"), draft([never]));
  await assert.rejects(publishGuide(t.as("marketer"), { guideId: id }), /guide.dead_options.*A/);
  await assert.rejects(
    createGuide(t.as("marketer"), { ...draft([]), lines: [{ feature: "Z", sku: "X", quantity: "1" }] }),
    /unknown_feature/,
  );
  await assert.rejects(
    createGuide(t.as("marketer"), { ...draft([{ id: "bad", expression: { op: "selected", feature: "Nope" } }]) }),
    /model_not_valid/,
  );
});

test("the next version takes the place of the one before", async () => {
  const one = await createGuide(t.as("marketer"), draft([]));
  await publishGuide(t.as("marketer"), { guideId: one.id });
  const two = await createGuide(t.as("marketer"), draft([]));
  await publishGuide(t.as("marketer"), { guideId: two.id });
  assert.equal((await readGuide(t.as(), { slug: "test" })).id, two.id);
});
