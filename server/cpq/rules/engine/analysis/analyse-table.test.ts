import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileTable } from "../dmn/compile-table.ts";
import type { HitPolicy, TableExpression } from "../dmn/model.ts";
import { rootScope } from "../feel/scope.ts";
import { any } from "../types/type.ts";
import { newEvaluation } from "../values/evaluation.ts";
import type { Value } from "../values/value.ts";
import { analyseTable } from "./analyse-table.ts";

const table = (hitPolicy: HitPolicy, rules: readonly (readonly [string, string, string])[]): TableExpression => ({
  kind: "table",
  hitPolicy,
  inputs: [
    { expression: "age", typeRef: "number" },
    { expression: "status", allowed: '"gold", "silver"' },
  ],
  outputs: [{}],
  annotations: [],
  rules: rules.map(([age, status, output]) => ({ tests: [age, status], outputs: [output] })),
});

test("gaps, overlaps and rules that never speak are told in FEEL's words", () => {
  const found = analyseTable(
    table("UNIQUE", [
      ["< 18", "-", "1"],
      ["[18..65)", '"gold"', "2"],
      ["> 60", "-", "3"],
      ["[5..3]", "-", "4"],
    ]),
  );
  assert.deepEqual(found.gaps, [{ age: "[18..60]", status: '"silver"' }]);
  assert.deepEqual(found.overlaps, [{ rules: [2, 3], where: { age: "(60..65)", status: '"gold"' }, conflict: true }]);
  assert.deepEqual(found.unreachable, [{ rule: 4, because: 'no value of "age" passes its test', by: [] }]);
});

test("under FIRST a rule behind others that take all its cases is named, with them", () => {
  const found = analyseTable(
    table("FIRST", [
      ["< 18", "-", "1"],
      [">= 18", "-", "2"],
      ["> 60", '"gold"', "3"],
    ]),
  );
  assert.deepEqual(found.gaps, []);
  assert.deepEqual(found.unreachable, [{ rule: 3, because: "other rules take all its cases before it", by: [2] }]);
});

test("a cell that looks at more than its input is said to be opaque, and covers nothing for sure", () => {
  const found = analyseTable(table("FIRST", [["? > limit", "-", "1"]]));
  assert.deepEqual(found.opaque, [{ rule: 1, input: "age", test: "? > limit" }]);
  assert.equal(found.gaps.length, 1);
});

const cell = fc.oneof(
  fc.constant("-"),
  fc.integer({ min: 0, max: 9 }).map((value) => `> ${value}`),
  fc.integer({ min: 0, max: 9 }).map((value) => `<= ${value}`),
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b)})`),
  fc.integer({ min: 0, max: 9 }).map((value) => `not(${value})`),
);
const status = fc.constantFrom("-", '"gold"', '"silver"', 'not("gold")');

test("what the analysis says is what running the table shows, value by value", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, status), { minLength: 1, maxLength: 6 }), (cells) => {
      const rules = cells.map(([age, level], index) => [age, level, String(index + 1)] as const);
      const analysis = analyseTable(table("COLLECT", rules));
      const types = new Map([
        ["age", any],
        ["status", any],
      ]);
      const run = compileTable(table("COLLECT", rules), rootScope(types), "t");
      const pairs = new Set<string>();
      let gap = false;
      for (let half = -1; half <= 20; half++)
        for (const level of ["gold", "silver"]) {
          const age = half % 2 === 0 ? half / 2 : null;
          if (age === null) continue;
          const value = run({
            up: null,
            value: new Map<string, Value>([
              ["age", age],
              ["status", level],
            ]),
            run: newEvaluation(),
          });
          const fired = (value ?? []) as number[];
          if (fired.length === 0) gap = true;
          for (const [at, a] of fired.entries()) for (const b of fired.slice(at + 1)) pairs.add(`${a},${b}`);
        }
      if (gap) assert.ok(analysis.gaps.length > 0);
      const told = new Set(analysis.overlaps.map((each) => each.rules.join()));
      for (const pair of pairs) assert.ok(told.has(pair), pair);
      if (analysis.gaps.length === 0) assert.equal(gap, false);
    }),
  );
});
