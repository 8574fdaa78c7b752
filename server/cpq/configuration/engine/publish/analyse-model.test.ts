import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { ModelJson } from "../types.ts";
import { defineModel } from "../model/define-model.ts";
import { enumerateConfigurations } from "../sample/enumerate-configurations.ts";
import { generateSmallModel } from "../sample/generate-small-model.ts";
import { readUvl } from "../uvl/read-uvl.ts";
import { analyseModel } from "./analyse-model.ts";
import { compareVersions } from "./compare-versions.ts";

const shared = process.env["THROUGHLINE_SHARED"] ?? new URL("../../../../../../shared", import.meta.url).pathname;
const folder = `${shared}/data/feature-models`;

test("known answers of real models", { skip: existsSync(folder) ? false : "skipped: no ../shared/data" }, () => {
  const known = [
    ["printer", 172, 49, 0, 28],
    ["bank", 176, 17, 0, 32],
    ["e_shop", 173, 50, 0, 15],
    ["FinancialServices01", 771, 22, 0, 14],
    ["automotive01", 2513, 100, 195, 211],
  ] as const;
  for (const [name, features, core, dead, digits] of known) {
    const analysis = analyseModel(defineModel(readUvl(readFileSync(`${folder}/${name}.uvl`, "utf8"))), { skipRedundant: true });
    assert.deepEqual(
      [
        analysis.features,
        analysis.satisfiable,
        analysis.core.length,
        analysis.dead.length,
        String(analysis.configurations).length,
      ],
      [features, true, core, dead, digits],
      name,
    );
  }
});

test("core, dead, false optional and redundant rules equal enumeration on random small models", () => {
  let redundant = 0;
  let falseOptional = 0;
  for (let seed = 1000; seed < 1250; seed++) {
    const json = generateSmallModel(seed, 8);
    const all = enumerateConfigurations(json);
    if (all.length > 1500) continue;
    const model = defineModel(json);
    const analysis = analyseModel(model);
    const ids = model.features.map((feature) => feature.id);
    assert.equal(analysis.satisfiable, all.length > 0);
    if (all.length === 0) continue;
    assert.deepEqual(
      analysis.core,
      ids.filter((id) => all.every((configuration) => configuration.has(id))),
      `seed ${seed}: core`,
    );
    assert.deepEqual(
      analysis.dead,
      ids.filter((id) => !all.some((configuration) => configuration.has(id))),
      `seed ${seed}: dead`,
    );
    const offered = new Set(
      model.groups.flatMap((group) =>
        group.members
          .filter((member) => group.min < group.members.length || model.features[member]!.startsAtZero)
          .map((member) => model.features[member]!.id),
      ),
    );
    const expected = model.features.filter((feature) => {
      const parent = ids[feature.parent];
      return (
        parent !== undefined &&
        offered.has(feature.id) &&
        !analysis.dead.includes(feature.id) &&
        all.every((configuration) => !configuration.has(parent) || configuration.has(feature.id))
      );
    });
    assert.deepEqual(
      analysis.falseOptional,
      expected.map((feature) => feature.id),
      `seed ${seed}: false optional`,
    );
    const needless = (json.rules ?? []).filter(
      (rule) => enumerateConfigurations({ ...json, rules: json.rules!.filter((other) => other !== rule) }).length === all.length,
    );
    assert.deepEqual(
      analysis.redundantRules,
      needless.map((rule) => rule.id),
      `seed ${seed}: redundant`,
    );
    redundant += needless.length;
    falseOptional += expected.length;
  }
  assert.ok(redundant > 20 && falseOptional > 20, `${redundant} redundant rules, ${falseOptional} false optional features`);
});

test("a model too hard for the budget is still analysed, with the reason instead of a count", () => {
  const model = defineModel(generateSmallModel(4));
  const analysis = analyseModel(model, { budget: { timeMs: 0, items: 10 }, now: clock() });
  assert.equal(analysis.engine, "sat");
  assert.equal(analysis.configurations, null);
  assert.match(analysis.reason!, /not compiled within|larger than/);
});

test("comparing versions names the stored configurations that become invalid, and why", () => {
  const base: ModelJson = {
    id: "line",
    root: {
      id: "Line",
      groups: [
        { kind: "alternative", features: [{ id: "Fibre" }, { id: "Copper" }] },
        { kind: "optional", features: [{ id: "Tv" }, { id: "Old" }] },
      ],
    },
    rules: [{ id: "R1", expression: { op: "requires", feature: "Tv", needs: ["Fibre"] } }],
  };
  const next: ModelJson = {
    ...base,
    root: {
      id: "Line",
      groups: [
        { kind: "alternative", features: [{ id: "Fibre" }, { id: "Copper" }] },
        { kind: "optional", features: [{ id: "Tv" }, { id: "Box" }] },
      ],
    },
    rules: [{ id: "R2", text: "Television needs its box", expression: { op: "requires", feature: "Tv", needs: ["Box"] } }],
  };
  const difference = compareVersions(defineModel(base), defineModel(next), [
    { id: "q1", selection: { Line: true, Copper: true } },
    { id: "q2", selection: { Line: true, Fibre: true, Tv: true } },
    { id: "q3", selection: { Line: true, Fibre: true, Old: true } },
  ]);
  assert.deepEqual(difference.addedFeatures, ["Box"]);
  assert.deepEqual(difference.removedFeatures, ["Old"]);
  assert.deepEqual([difference.addedRules, difference.removedRules], [["R2"], ["R1"]]);
  assert.deepEqual(
    difference.invalid.map(({ id, missing }) => [id, missing]),
    [
      ["q2", []],
      ["q3", ["Old"]],
    ],
  );
  assert.deepEqual(
    difference.invalid[0]!.conflict!.reasons.map((reason) => reason.id),
    ["R2"],
  );
});

/** A clock that always moves on. */
function clock(): () => number {
  let now = 0;
  return () => ++now;
}
