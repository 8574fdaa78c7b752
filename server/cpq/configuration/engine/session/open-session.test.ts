import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelJson } from "../types.ts";
import { defineModel } from "../model/define-model.ts";
import { openSession } from "./open-session.ts";

const office: ModelJson = {
  id: "office-line",
  root: {
    id: "Office",
    groups: [
      {
        kind: "mandatory",
        features: [
          { id: "Access", groups: [{ kind: "alternative", features: [{ id: "Fibre" }, { id: "Copper" }, { id: "Mobile" }] }] },
          { id: "Speed", value: { type: "choice", options: ["100", "500", "1000"] } },
        ],
      },
      {
        kind: "optional",
        features: [
          { id: "Router", groups: [{ kind: "optional", features: [{ id: "Wifi" }] }] },
          { id: "Phones", quantity: { min: 0, max: 20 }, attributes: { ports: 1 } },
          { id: "Switch", attributes: { ports: 8 } },
          { id: "Backup" },
        ],
      },
    ],
  },
  rules: [
    {
      id: "R1",
      text: "1000 Mbit/s needs fibre",
      expression: {
        op: "table",
        columns: ["Fibre", "Speed"],
        rows: [
          [true, null],
          [false, "100"],
          [false, "500"],
        ],
      },
    },
    { id: "R2", expression: { op: "requires", feature: "Fibre", needs: ["Router"] } },
    { id: "R3", text: "Backup goes over mobile, not next to it", expression: { op: "excludes", features: ["Mobile", "Backup"] } },
    {
      id: "R4",
      text: "More than 4 phones need a switch",
      expression: {
        op: "implies",
        left: { op: "compare", cmp: ">", left: { op: "value", feature: "Phones" }, right: { op: "number", value: 4 } },
        right: { op: "selected", feature: "Switch" },
      },
    },
  ],
};
const model = defineModel(office);

test("a choice forces what follows, and says why with the fewest reasons", () => {
  const session = openSession(model);
  assert.deepEqual(session.choose("Speed", "1000"), { accepted: true });
  assert.equal(session.feature("Fibre").status, "selected");
  assert.deepEqual(session.feature("Router"), { status: "selected", forced: true, why: "choices" });
  assert.equal(session.feature("Copper").status, "excluded");
  const why = session.explain("Router")!;
  assert.deepEqual(why.choices, [{ feature: "Speed", value: "1000" }]);
  assert.deepEqual(
    why.reasons.filter((reason) => reason.kind === "rule").map((reason) => reason.id),
    ["R1", "R2"],
  );
  session.retract("Speed");
  assert.equal(session.feature("Router").status, "open");
});

test("order does not matter, and choices can be taken back in any order", () => {
  const a = openSession(model);
  a.choose("Phones", 6);
  a.choose("Fibre", true);
  const b = openSession(model);
  b.choose("Fibre", true);
  b.choose("Backup", true);
  b.choose("Phones", 6);
  b.retract("Backup");
  assert.deepEqual(a.state().features, b.state().features);
  assert.equal(a.feature("Switch").why, "choices");
});

test("an impossible choice changes nothing and comes with ranked repairs", () => {
  const session = openSession(model);
  session.choose("Copper", true);
  session.choose("Backup", true);
  const before = session.state();
  const result = session.choose("Speed", "1000", { Fibre: 3000n, Copper: 1000n });
  assert.ok(!result.accepted);
  assert.deepEqual(session.state(), before);
  assert.deepEqual(result.conflict.choices, [{ feature: "Copper", value: true }]);
  assert.equal(result.conflict.repairs.length, 1);
  const repair = result.conflict.repairs[0]!;
  assert.deepEqual(repair.drop, [{ feature: "Copper", value: true }]);
  assert.deepEqual(repair.instead, [
    { feature: "Copper", value: false },
    { feature: "Fibre", value: true },
  ]);
  assert.equal(repair.priceChange, 2000n);
  assert.deepEqual(session.repair(result.conflict, repair), { accepted: true });
  assert.equal(session.feature("Fibre").status, "selected");
});

test("domains of quantities and characteristics narrow exactly", () => {
  const session = openSession(model);
  session.choose("Switch", false);
  assert.deepEqual(session.feature("Phones").values, [1, 2, 3, 4]);
  session.choose("Mobile", true);
  assert.deepEqual(session.feature("Speed").values, ["100", "500"]);
  assert.equal(session.feature("Backup").why, "choices");
});

test("completion is the cheapest valid configuration that keeps the choices", () => {
  const session = openSession(model);
  session.choose("Phones", 5);
  const done = session.complete({
    Fibre: 500n,
    Copper: 900n,
    Mobile: 800n,
    Router: 200n,
    Switch: 50n,
    Phones: 10n,
    "Speed=100": 30n,
    "Speed=500": 20n,
    "Speed=1000": 25n,
  })!;
  // Fibre drags the router along (700) and still beats mobile (800); 500 Mbit/s is the cheapest speed.
  assert.equal(done.total, 500n + 200n + 50n + 5n * 10n + 20n);
  assert.deepEqual(done.selection, {
    Office: true,
    Access: true,
    Fibre: true,
    Speed: "500",
    Router: true,
    Phones: 5,
    Switch: true,
  });
});

test("stored choices that contradict the model open as inconsistent, with their conflict", () => {
  const session = openSession(model, {
    choices: [
      { feature: "Mobile", value: true },
      { feature: "Backup", value: true },
    ],
  });
  assert.equal(session.state().consistent, false);
  const conflict = session.conflict()!;
  assert.deepEqual(
    conflict.reasons.map((reason) => reason.id),
    ["R3"],
  );
  assert.deepEqual(
    conflict.repairs.map((repair) => repair.drop.map((choice) => choice.feature)),
    [["Mobile"], ["Backup"]],
  );
});

test("unknown features and values are refused by name", () => {
  const session = openSession(model);
  assert.throws(() => session.choose("Fax", true), /no feature "Fax"/);
  assert.throws(() => session.choose("Speed", "9"), /"Speed" cannot be "9"/);
});
