import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { rulesCommand } from "./rules-command.ts";

const model = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
  <inputData id="age" name="age"><variable name="age" typeRef="number"/></inputData>
  <decision id="d" name="D"><variable name="D"/><informationRequirement><requiredInput href="#age"/></informationRequirement>
    <decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="number"><text>age</text></inputExpression></input><output/>
      <rule><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>"minor"</text></outputEntry></rule>
      <rule><inputEntry><text>> 18</text></inputEntry><outputEntry><text>"adult"</text></outputEntry></rule></decisionTable></decision></definitions>`;

async function say(args: (folder: string) => string[], input = '{"age": "17.5"}') {
  const folder = await mkdtemp(join(tmpdir(), "rules-"));
  await writeFile(join(folder, "m.dmn"), model);
  await writeFile(join(folder, "in.json"), input);
  const said = { out: "", err: "" };
  const io = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    readFile: (path: string) => readFile(path, "utf8"),
  };
  const code = await rulesCommand.run(args(folder), io);
  return { code, ...said };
}
const run =
  (...more: string[]) =>
  (folder: string) => ["run", join(folder, "m.dmn"), "--decision", "D", "--input", join(folder, "in.json"), "--json", ...more];

test("run prints one JSON object with the value, and with --trace which rule fired", async () => {
  const { code, out } = await say(run("--trace"));
  assert.equal(code, 0);
  const { value, trace } = JSON.parse(out);
  assert.equal(value, "minor");
  assert.deepEqual(trace[0].fired[0].why, ["age = 17.5 passes < 18"]);
});

test("strict refuses to answer from what is missing; bad inputs are named", async () => {
  const strict = await say(run("--strict"), '{"age": 18}');
  assert.equal(strict.code, 1);
  assert.match(JSON.parse(strict.out).error.message, /no rule matches/);
  assert.equal(JSON.parse((await say(run(), '{"age": 18}')).out).value, null);
  const bad = await say(run(), '{"age": "many"}');
  assert.equal(bad.code, 1);
  assert.match(bad.err, /age must be a number, not "many"/);
  assert.match((await say(run(), "[1]")).err, /must hold one object/);
});

test("check tells the gap at 18; wrong use is told how it is used", async () => {
  const { out } = await say((folder) => ["check", join(folder, "m.dmn"), "--json"]);
  assert.deepEqual(JSON.parse(out).tables[0].gaps, [{ age: "18" }]);
  assert.equal((await say(() => [])).code, 2);
  assert.equal((await say(() => ["dance", "x"])).code, 2);
  assert.match((await say((folder) => ["run", join(folder, "m.dmn")])).err, /usage: throughline rules/);
});
