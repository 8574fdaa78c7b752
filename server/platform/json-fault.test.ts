import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jsonFault } from "./json-fault.ts";

test("names line, column and what is due there", () => {
  const faults: [string, number, number, RegExp][] = [
    ["", 1, 1, /ends too early/],
    ['{"a":1,\n}', 2, 1, /name in quotes is due, not }/],
    ['{"a":\n much}', 2, 2, /a value is due, not much/],
    ["[1\n 2]", 2, 2, /a comma or \] is due, not 2/],
    ['{"a" 1}', 1, 6, /a colon is due/],
    ['{"a":"b\nc"}', 1, 6, /a text that does not end/],
    ["[1] x", 1, 5, /nothing may follow/],
    ["[01]", 1, 2, /not 01/],
    ['{"a":"\\q"}', 1, 6, /a mark it may not/],
    ['{"a":[1,2}', 1, 10, /a comma or \] is due, not }/],
  ];
  for (const [text, line, column, cause] of faults) {
    const fault = jsonFault(text);
    assert.deepEqual([fault.line, fault.column], [line, column], `${text}: ${fault.cause}`);
    assert.match(fault.cause, cause);
  }
});

test("whatever JSON is cut or has a mark too many: the fault is never after the text, nor before what is still well", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', ":", "x"), (json, pick, mark) => {
      const at = pick % (json.length + 1);
      const broken = json.slice(0, at) + mark + (mark === "" ? "" : json.slice(at));
      try {
        JSON.parse(broken);
        return;
      } catch {
        const { line, column, cause } = jsonFault(broken);
        assert.equal(line, 1);
        assert.ok(column >= 1 && column <= broken.length + 1, `${broken}: ${column} ${cause}`);
      }
    }),
    { numRuns: 2_000 },
  );
});
