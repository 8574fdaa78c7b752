import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { parseDateTime } from "../values/parse-temporal.ts";
import { runKit } from "./run-folder.ts";

const now = parseDateTime("2026-03-01T12:00:00Z")!;

test("the DMN compatibility kit passes", skipUnless("dmn-tck"), async () => {
  const folder = sharedData("dmn-tck");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(dmn|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const { passed, failed, skipped, failures } = await runKit(files, now);
  assert.deepEqual(failures, []);
  assert.equal(skipped, 0);
  assert.deepEqual({ passed, failed }, { passed: 1274, failed: 0 });
});

test("a case that does not come out is told with what was expected and what came", async () => {
  const model = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="n">
    <decision id="d" name="D"><variable name="D"/><literalExpression><text>1 + 1</text></literalExpression></decision></definitions>`;
  const tests = (
    expected: string,
  ) => `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <modelName>m.dmn</modelName><testCase id="1"><resultNode name="D" type="decision"><expected><value xsi:type="xsd:decimal">${expected}</value></expected></resultNode></testCase></testCases>`;
  const run = (expected: string) =>
    runKit(
      [
        { path: "a/m.dmn", text: model },
        { path: "a/m-test.xml", text: tests(expected) },
      ],
      now,
    );
  assert.deepEqual(await run("2"), { passed: 1, failed: 0, skipped: 0, failures: [] });
  assert.deepEqual((await run("3")).failures, [{ model: "m.dmn", test: "1: D", expected: "3", actual: "2" }]);
});
