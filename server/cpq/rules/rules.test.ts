import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { changeTable } from "./change-table.ts";
import { decide, type DecisionTable, readTest } from "./decision-table.ts";
import { loadTable } from "./load-table.ts";
import { tryTable } from "./try-table.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

test("tests compare exactly, at their very limits too", () => {
  assert.equal(readTest("> 10", "number")("10.00"), false);
  assert.equal(readTest("> 10", "number")("10.01"), true);
  assert.equal(readTest("10..20", "number")("20.0"), true);
  assert.equal(readTest("1, 2.50", "number")("2.5"), true);
  assert.equal(readTest("not a, b", "text")("c"), true);
  assert.equal(readTest("= S", "text")("S"), true);
  assert.throws(() => readTest("> ten", "number"), RangeError);
  assert.throws(() => readTest("> ten", "text"), RangeError);
});

test("cells may be written in FEEL, with exact decimals; what names nothing is refused", () => {
  assert.equal(readTest("[0.1..0.3)", "number")("0.3"), false);
  assert.equal(readTest("? * 3 = 0.3", "number")("0.1"), true);
  assert.equal(readTest('starts with(?, "FR-")', "text")("FR-75"), true);
  assert.equal(readTest("not 1, 2", "number")("3"), true);
  assert.throws(() => readTest("> elsewhere", "number"), /there is no "elsewhere"/);
  assert.throws(() => readTest("> (1", "number"), /cannot be read/);
  const inputs = [{ name: "x", label: { en: "x", fr: "x" }, type: "number" as const }];
  const rule = { id: "a", when: { x: "not 1" }, outcome: {}, reason: { en: "a", fr: "a" } };
  assert.deepEqual(decide({ hitPolicy: "first", inputs, rules: [rule] }, { x: "2" })[0]?.why, ["x = 2 passes not 1"]);
  assert.deepEqual(decide({ hitPolicy: "first", inputs, rules: [rule] }, { x: null }), []);
});

test("first stops at the first rule, collect hears them all, unknown facts fire nothing", () => {
  const rule = (id: string, test: string) => ({ id, when: { x: test }, outcome: { to: id }, reason: { en: id, fr: id } });
  const table = (hitPolicy: DecisionTable["hitPolicy"]): DecisionTable => ({
    hitPolicy,
    inputs: [{ name: "x", label: { en: "x", fr: "x" }, type: "number" }],
    rules: [rule("a", "> 1"), rule("b", "> 2"), rule("c", "-")],
  });
  const ids = (policy: DecisionTable["hitPolicy"], x: string | null) => decide(table(policy), { x }).map((hit) => hit.rule);
  assert.deepEqual(ids("first", "3"), ["a"]);
  assert.deepEqual(ids("collect", "3"), ["a", "b", "c"]);
  assert.deepEqual(ids("collect", null), ["c"]);
  assert.throws(() => decide(table("first"), {}), /"x" is missing/);
});

test("the approval table asks the sales manager above 10 % or under 30 % margin, and an administrator above 25 %", async () => {
  const table = await loadTable(t.as("seller"), "quote_approval");
  const asked = (discountPercent: string, marginPercent: string | null) =>
    decide(table, { discountPercent, marginPercent }).map((hit) => hit.outcome.approver);
  assert.deepEqual(asked("10", "40"), []);
  assert.deepEqual(asked("12", "40"), ["sales_manager"]);
  assert.deepEqual(asked("0", "29.99"), ["sales_manager"]);
  assert.deepEqual(asked("26", null), ["sales_manager", "admin"]);
});

test("a table changes as a new version; unreadable rules and stale changes are refused", async () => {
  const { hitPolicy, rules, version } = await loadTable(t.as("admin"), "quote_approval");
  const change = { key: "quote_approval", hitPolicy, version };
  const bad = [{ ...rules[0]!, when: { discountPercent: "a lot" } }];
  await assert.rejects(changeTable(t.as("admin"), { ...change, rules: bad }), /rules.not_readable/);
  await assert.rejects(
    changeTable(t.as("admin"), { ...change, rules: [{ ...rules[0]!, when: { mood: "> 1" } }] }),
    /not_readable/,
  );
  const looser = [{ ...rules[0]!, when: { discountPercent: "> 15" } }, ...rules.slice(1)];
  assert.equal((await changeTable(t.as("admin"), { ...change, rules: looser })).version, version + 1);
  await assert.rejects(changeTable(t.as("admin"), { ...change, rules }), /rules.changed_meanwhile/);
  const tried = await tryTable(t.as("seller"), { key: "quote_approval", facts: { discountPercent: "12", marginPercent: "40" } });
  assert.deepEqual(tried.fired, []);
  await assert.rejects(tryTable(t.as("seller"), { key: "quote_approval", facts: {} }), /rules.facts_missing/);
  await assert.rejects(tryTable(t.as("seller"), { key: "nothing", facts: {} }), /not_found/);
});
