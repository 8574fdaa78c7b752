import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { append } from "#events/append.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { kpiDefinitions } from "./definitions.ts";
import { measureEffect } from "./measure-effect.ts";
import { npsCommand } from "./nps-command.ts";
import { changeKpi, listKpis, showKpi } from "./queries.ts";
import { readSamples } from "./read-samples.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const completed = (onTime: boolean, n: number) =>
  write(t.as(), async (tx) => {
    for (let i = 0; i < n; i += 1)
      await append(tx, t.as(), "order.completed", {
        subjectId: newId(),
        data: { number: `C-${i}`, onTime, promisedFor: "2026-03-01" },
      });
  });
const promise = async () => (await listKpis(t.as("cx_lead"), {})).rows.find((row) => row.key === "promise_kept")!;
const stated = async () => (await t.eventTypes()).filter((type) => type.startsWith("kpi."));

test("every definition runs on an empty record and says nothing", async () => {
  for (const definition of kpiDefinitions)
    assert.deepEqual(await readSamples(t.as(), definition, new Date(0), t.clock.now()), [], definition.key);
});

test("a miss is stated once when chance does not explain it, a recovery once; the effect is measured with its interval", async () => {
  await completed(true, 18);
  await completed(false, 1);
  await t.runTimed("kpis/evaluate");
  assert.equal((await promise()).state, "unknown");
  await completed(true, 1);
  await t.runTimed("kpis/evaluate");
  assert.equal((await promise()).state, "met");
  await completed(false, 9);
  await t.runTimed("kpis/evaluate");
  await t.runTimed("kpis/evaluate");
  const missed = await promise();
  assert.deepEqual([missed.state, missed.n], ["missed", 29]);
  assert.ok(missed.pValue! < 0.05);
  assert.deepEqual(await stated(), ["kpi.missed"]);
  const startedAt = new Date(t.clock.now().getTime() + 1);
  t.clock.advanceMs(20 * 86_400_000);
  await completed(true, 60);
  await t.runTimed("kpis/evaluate");
  assert.deepEqual(await stated(), ["kpi.missed"], "65 % + 60 is 89 %: not yet");
  const effect = await measureEffect(t.as(), { kpi: "promise_kept", startedAt, days: 30 });
  assert.deepEqual([effect.verdict, effect.nBefore, effect.nAfter], ["better", 29, 60]);
  assert.ok(effect.low! > 0);
  t.clock.advanceMs(11 * 86_400_000);
  await t.runTimed("kpis/evaluate");
  assert.deepEqual(await stated(), ["kpi.missed", "kpi.recovered"]);
  const shown = await showKpi(t.as("cx_lead"), { key: "promise_kept", weeks: 8 });
  assert.equal(
    shown.trend.reduce((sum, week) => sum + week.n, 0),
    89,
  );
  assert.equal(shown.eventIds.length, 60);
});

test("times between two facts are business time", async () => {
  const conversationId = newId();
  t.clock.set(new Date("2026-06-05T15:30:00Z")); // Friday, half an hour before closing
  await write(t.as(), (tx) =>
    append(tx, t.as(), "conversation.opened", {
      subjectId: conversationId,
      data: { subject: "?", kind: "question", priority: "normal" },
    }),
  );
  t.clock.set(new Date("2026-06-08T07:15:00Z")); // Monday, a quarter of an hour after opening
  await write(t.as(), (tx) =>
    append(tx, t.as(), "message.replied", {
      subjectId: newId(),
      data: { conversationId, preview: "", from: "Zoé", automatic: false, first: true },
    }),
  );
  const definition = kpiDefinitions.find((each) => each.key === "first_response")!;
  const samples = await readSamples(t.as(), definition, new Date("2026-06-01"), new Date("2026-07-01"));
  assert.deepEqual(
    samples.map((sample) => sample.value),
    [45],
  );
});

test("targets are changed by those who may; a figure that does not exist is not found", async () => {
  await changeKpi(t.as("cx_lead"), { key: "promise_kept", target: 0.9, minN: 5 });
  assert.deepEqual([(await promise()).target, (await promise()).minN], [0.9, 5]);
  await assert.rejects(changeKpi(t.as("cx_lead"), { key: "wishes", target: 1 }), /not_found/);
});

test("the command line computes the same, and says how it is used", async () => {
  const said: string[] = [];
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  assert.equal(await npsCommand.run(["162", "108", "54", "--json"], io), 0);
  const result = JSON.parse(said[0]!) as { nps: number; margin: number; n: number };
  assert.deepEqual([result.nps, result.margin, result.n], [33.33, 8.12, 324]);
  assert.equal(await npsCommand.run(["1", "x"], io), 2);
  assert.equal(await npsCommand.run(["0", "0", "0"], io), 2);
});
