import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changeTable } from "#cpq/rules/change-table.ts";
import { loadTable } from "#cpq/rules/load-table.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { validUntil } from "./valid-until.ts";

let t: TestApp;
before(async () => {
  t = await testApp({ seed: false });
});
after(() => t.close());

const until = (discounts: string[], totalMinor: bigint, headerPercent = "0") =>
  validUntil(
    t.as(),
    { lines: discounts.map((discountPercent) => ({ discountPercent })), headerPercent, totalMinor, currency: "EUR" },
    "2026-03-02",
  );

test("a quote holds thirty days, sixty from 50,000 on, fifteen with a line discounted by more than a quarter", async () => {
  assert.equal(await until(["0", "25"], 4_999_999n), "2026-04-01");
  assert.equal(await until([], 5_000_000n), "2026-05-01");
  assert.equal(await until(["0", "25.01"], 5_000_000n), "2026-03-17");
  assert.equal(await until(["20"], 100n, "10"), "2026-03-17"); // 28 % together
});

test("it is the table that says so: what an organisation changes there holds at once; an answer that is no number of days is the usual", async () => {
  const { version, hitPolicy } = await loadTable(t.as(), "quote_validity");
  const rule = (days: string) => ({ id: "all", when: {}, outcome: { days }, reason: { en: "always", fr: "toujours" } });
  const change = { key: "quote_validity", hitPolicy };
  await changeTable(t.as(), { ...change, version, rules: [rule("7")] });
  assert.equal(await until(["50"], 100n), "2026-03-09");
  await changeTable(t.as(), { ...change, version: version + 1, rules: [rule("0.5")] });
  assert.equal(await until(["50"], 100n), "2026-04-01");
  await changeTable(t.as(), { ...change, version: version + 2, rules: [] });
  assert.equal(await until(["50"], 100n), "2026-04-01");
});
