import assert from "node:assert/strict";
import { test } from "node:test";
import { priceCommand } from "./price-command.ts";

const line = { quantity: "1", unitPrice: "10.10" };
const good = { currency: "EUR", date: "2026-03-01", tax: { category: "S", percent: "15" }, lines: [line, line, line] };

async function run(args: string[], files: Record<string, string>) {
  const [out, err]: [string[], string[]] = [[], []];
  const readFile = async (path: string) => files[path] ?? assert.fail(`no file ${path}`);
  const code = await priceCommand.run(args, { out: (text) => out.push(text), err: (text) => err.push(text), readFile });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("price --json prints one object and nothing else", async () => {
  const { code, out, err } = await run(["case.json", "--json"], { "case.json": JSON.stringify(good) });
  const record = JSON.parse(out) as { totals: { tax: string; taxMinor: string; gross: string }; lines: unknown[] };
  assert.deepEqual([code, err, record.lines.length], [0, "", 3]);
  assert.deepEqual([record.totals.tax, record.totals.taxMinor, record.totals.gross], ["4.55", "455", "34.85"]);
});

test("price shows the steps and totals to a person", async () => {
  const { out } = await run(["case.json"], { "case.json": JSON.stringify(good) });
  assert.match(out, /line 1: 10\.10 EUR/);
  assert.match(out, /tax S 15 %: 30\.30 -> 4\.55/);
  assert.match(out, /total 34\.85 EUR/);
});

test("bad data is exit code 1 with every place, also as JSON", async () => {
  const bad = JSON.stringify({ ...good, lines: [line, { ...line, quantity: "0" }] });
  const { code, out, err } = await run(["case.json", "--json"], { "case.json": bad });
  assert.equal(code, 1);
  assert.equal(err, "lines[1].quantity must be a decimal above 0");
  assert.deepEqual((JSON.parse(out) as { error: unknown }).error, {
    code: "case.invalid",
    message: "lines[1].quantity must be a decimal above 0",
    issues: [{ path: "lines[1].quantity", message: "must be a decimal above 0" }],
  });
  const broken = await run(["case.json"], { "case.json": "{" });
  assert.equal(broken.code, 1);
  assert.match(broken.err, /^case\.json is not JSON: line 1, column 2: it ends too early/);
});

test("a stored record is verified against its case", async () => {
  const { out } = await run(["case.json", "--json"], { "case.json": JSON.stringify(good) });
  const files = { "case.json": JSON.stringify(good), "record.json": out, "other.json": out.replace('"4.55"', '"4.56"') };
  assert.equal((await run(["case.json", "--verify", "record.json"], files)).code, 0);
  const differs = await run(["case.json", "--verify", "other.json", "--json"], files);
  assert.deepEqual(
    [differs.code, JSON.parse(differs.out)],
    [1, { ok: false, path: "taxes[0].tax", message: "is not what the case gives now" }],
  );
});

test("wrong use is exit code 2 and says what to write", async () => {
  for (const args of [[], ["a.json", "b.json"], ["a.json", "--fast"], ["a.json", "--verify"]]) {
    const { code, out, err } = await run(args, {});
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, /usage: throughline price/);
  }
});
