import assert from "node:assert/strict";
import { test } from "node:test";
import { generateModel } from "./engine/sample/generate-model.ts";
import { writeUvl } from "./engine/uvl/write-uvl.ts";
import { modelCommand } from "./model-command.ts";

async function run(args: string[], text = ""): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await modelCommand.run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: async () => text,
  });
  return { code, out, err };
}

const shop =
  "features\n\tShop\n\t\talternative\n\t\t\tCard\n\t\t\tCash\n\t\toptional\n\t\t\tGift\n\t\t\tNever\nconstraints\n\tNever => Card & Cash\n\tGift | Cash\n\tCard => Gift\n";

test("check prints one JSON object with the answers", async () => {
  const { code, out, err } = await run(["check", "shop.uvl", "--json"], shop);
  assert.deepEqual([code, out.length, err], [0, 1, []]);
  const { compileMs, ...answer } = JSON.parse(out[0]!) as Record<string, unknown>;
  assert.deepEqual(answer, {
    features: 5,
    satisfiable: true,
    core: 1,
    dead: 1,
    falseOptional: 0,
    configurations: "3",
    engine: "circuit",
  });
  assert.equal(typeof compileMs, "number");
});

test("a void model cannot be configured, and a bench of it says so", async () => {
  const { code, out } = await run(["bench", "void.uvl", "--choices", "5", "--json"], "features\n\tA\nconstraints\n\t!A\n");
  assert.deepEqual([code, (JSON.parse(out[0]!) as { error: { code: string } }).error.code], [1, "model.unsatisfiable"]);
});

test("a void model is an answer, not a failure", async () => {
  const { code, out } = await run(["check", "void.uvl", "--json"], "features\n\tA\nconstraints\n\t!A\n");
  const answer = JSON.parse(out[0]!) as Record<string, unknown>;
  assert.deepEqual([code, answer["satisfiable"], answer["configurations"], answer["dead"]], [0, false, "0", 1]);
});

test("bench measures choices and finds no mismatch", async () => {
  const { code, out } = await run(
    ["bench", "m.uvl", "--choices", "60", "--seed", "3", "--json"],
    writeUvl(generateModel({ features: 200, rules: 40, seed: 2 })),
  );
  assert.equal(code, 0);
  const result = JSON.parse(out[0]!) as {
    engine: string;
    mismatches: number;
    propagateMs: Record<string, number>;
    explainMs: Record<string, number>;
  };
  assert.deepEqual([result.engine, result.mismatches], ["circuit", 0]);
  for (const spread of [result.propagateMs, result.explainMs]) {
    assert.deepEqual(Object.keys(spread), ["p50", "p95", "max"]);
    assert.ok(spread["p50"]! > 0 && spread["p50"]! <= spread["p95"]! && spread["p95"]! <= spread["max"]!);
  }
});

test("bad data exits 1 with its place, wrong use exits 2 with the usage", async () => {
  const bad = await run(["check", "bad.uvl", "--json"], "features\n\tA\nconstraints\n\tA => B\n");
  assert.equal(bad.code, 1);
  assert.deepEqual(JSON.parse(bad.out[0]!), {
    error: { code: "uvl.unknown_feature", message: 'line 4, column 7: there is no feature "B"', line: 4, column: 7 },
  });
  for (const args of [
    [],
    ["prove", "x.uvl"],
    ["check"],
    ["bench", "x.uvl", "--choices", "many"],
    ["check", "x.uvl", "--fast"],
    ["check", "a.uvl", "b.uvl"],
  ]) {
    const wrong = await run(args);
    assert.deepEqual([wrong.code, wrong.out], [2, []], args.join(" "));
    assert.match(wrong.err[0]!, /usage: throughline model check/);
  }
});
