import assert from "node:assert/strict";
import { test } from "node:test";
import { npsCommand } from "./nps-command.ts";

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await npsCommand.run(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out, err: err.join() };
}

test("one score with its margin as one JSON object", async () => {
  const { code, out } = await run("162", "108", "54", "--json");
  assert.equal(code, 0);
  assert.deepEqual(
    out.map((text) => JSON.parse(text) as unknown),
    [{ n: 324, nps: 33.33, standardError: 4.14, margin: 8.12, low: 25.22, high: 41.45, answersForFivePoints: 854 }],
  );
});

test("two scores compared", async () => {
  const { out } = await run("120", "50", "30", "--against", "100", "60", "40", "--json");
  const found = JSON.parse(out[0]!) as { nps: number; against: { nps: number }; compared: { z: number; difference: number } };
  assert.deepEqual([found.nps, found.against.nps, found.compared.difference, found.compared.z], [45, 30, 15, 1.9717]);
  assert.match((await run("120", "50", "30", "--against", "100", "60", "40")).out[0]!, /more than chance/);
});

test("wrong use says how", async () => {
  for (const args of [[], ["1", "2"], ["1", "2", "x"], ["-1", "2", "3"], ["1", "2", "3", "--against", "1"]]) {
    const { code, err } = await run(...args);
    assert.equal(code, 2);
    assert.match(err, /usage: throughline nps/);
  }
  assert.equal((await run("0", "0", "0")).code, 2);
});
