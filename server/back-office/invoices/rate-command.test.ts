import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { rateCommand } from "./rate-command.ts";

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text), readFile: read };
  return { code: await rateCommand.run(args, io), out, err };
}
async function read(path: string): Promise<string> {
  if (path === "broken.json") return "{";
  if (path === "wrong.json") return '{"prices": {}, "items": [], "runs": ["someday"]}';
  return readFile(new URL(`engine/cases/${path}`, import.meta.url), "utf8");
}

test("--json prints one object and nothing else, money as strings of digits", async () => {
  const { code, out, err } = await run("trial-calendar.json", "--json");
  assert.deepEqual([code, out.length, err], [0, 1, []]);
  const result = JSON.parse(out[0]!);
  assert.deepEqual(
    result.runs.map(({ lines }: { lines: { net: string }[] }) => lines.map(({ net }) => net)),
    [[], ["2741935"], ["5000000"]],
  );
  const [line] = result.runs[1].lines;
  assert.deepEqual(line.obligation, {
    key: "plan|recurring|2026-03-15|phase",
    item: "plan",
    kind: "recurring",
    serviceFrom: "2026-03-15",
    reason: "phase",
  });
  assert.deepEqual(line.service.toInstant, "2026-03-31T22:00:00.000Z");
  assert.equal(line.derivation.at(-1).value, "27419.35");
});

test("without --json it tells a person what is billed and why", async () => {
  const { code, out } = await run("ended-on-day-one.json");
  assert.equal(code, 0);
  assert.match(out.join("\n"), /unused: 200\.00 x 29\/30 .* = 193\.33[\s\S]*credit note: net 193\.33 EUR, total 241\.66 EUR/);
});

test("bad data exits 1 with the place, wrong use exits 2 with the usage", async () => {
  const codes = async (...args: string[]) => {
    const { code, err, out } = await run(...args);
    assert.deepEqual([out.length, err.length], [args.includes("--json") && code === 1 ? 1 : 0, 1]);
    return `${code} ${err[0]}`;
  };
  assert.match(await codes("broken.json"), /^1 broken\.json is not JSON: line 1, column 2: it ends too early/);
  await assert.rejects(run("missing.json", "--json"), /ENOENT/, "the door says so, as for every engine");
  const { out } = await run("wrong.json", "--json");
  const { error } = JSON.parse(out[0]!) as { error: { code: string; issues: { path: string }[] } };
  assert.deepEqual([error.code, error.issues.some(({ path }) => path === "runs[0]")], ["case.invalid", true]);
  assert.match(await codes("wrong.json"), /^1 [\s\S]*runs\[0\]/);
  assert.match(await codes(), /^2 rate needs one case file/);
  assert.match(await codes("a.json", "--pretty"), /^2 --pretty is not known/);
});
