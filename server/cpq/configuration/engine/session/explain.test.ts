import assert from "node:assert/strict";
import { test } from "node:test";
import { Cadical } from "cadical-wasm";
import type { Choice, Reason, Value } from "../types.ts";
import type { Literal } from "../encoding/cnf.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import { defineModel } from "../model/define-model.ts";
import type { Model } from "../model/model.ts";
import { enumerateConfigurations } from "../sample/enumerate-configurations.ts";
import { generateModel } from "../sample/generate-model.ts";
import { generateSmallModel } from "../sample/generate-small-model.ts";
import { randomFrom } from "../sample/random.ts";
import { openSession } from "./open-session.ts";
import { prepare } from "./prepare.ts";

const dimacs = (literal: Literal): number => ((literal & 1) === 1 ? -1 : 1) * ((literal >> 1) + 1);

/** Whether these reasons and literals can hold together, by an independent solver. */
async function together(model: Model, reasons: readonly Reason[], literals: readonly Literal[]): Promise<boolean> {
  const solver = await Cadical.create({ quiet: true });
  const { groups } = prepare(model).encoded.cnf;
  for (const [position, group] of groups.entries()) {
    if (position === 0 || reasons.includes(group.reason))
      for (const clause of group.clauses) solver.addClause(clause.map(dimacs));
  }
  for (const literal of literals) solver.addClause([dimacs(literal)]);
  const answer = solver.solve();
  solver.dispose();
  return answer === "satisfiable";
}

/** Proves a contradiction minimal: it is one, and without any single part it is none. */
async function assertMinimal(
  model: Model,
  choices: readonly Choice[],
  reasons: readonly Reason[],
  fixed: readonly Literal[],
  about: string,
): Promise<void> {
  const literal = (choice: Choice): Literal => choiceLiteral(prepare(model).encoded, choice.feature, choice.value);
  const all = choices.map(literal);
  assert.equal(await together(model, reasons, [...fixed, ...all]), false, `${about}: no contradiction`);
  for (const [i, reason] of reasons.entries()) {
    assert.ok(
      await together(
        model,
        reasons.filter((_, k) => k !== i),
        [...fixed, ...all],
      ),
      `${about}: ${reason.id} is not needed`,
    );
  }
  for (const i of all.keys()) {
    assert.ok(
      await together(model, reasons, [...fixed, ...all.filter((_, k) => k !== i)]),
      `${about}: choice ${choices[i]!.feature} is not needed`,
    );
  }
}

test("explanations and conflicts on a generated catalogue are contradictions, and minimal", async () => {
  const model = defineModel(generateModel({ features: 400, rules: 120, seed: 5, region: 60 }));
  const { encoded } = prepare(model);
  const random = randomFrom(3);
  const session = openSession(model);
  let explained = 0;
  let conflicts = 0;
  for (let step = 0; step < 90; step++) {
    const { features } = session.state();
    const open = model.features.filter((feature) => features[feature.id]!.status === "open");
    if (open.length === 0) {
      session.clear();
      continue;
    }
    session.choose(random.pick(open).id, random.below(3) > 0);
    const after = session.state().features;
    const forced = model.features.filter((feature) => after[feature.id]!.why === "choices");
    for (let k = 0; k < 3 && forced.length > 0; k++) {
      const { id } = random.pick(forced);
      const why = session.explain(id)!;
      await assertMinimal(model, why.choices, why.reasons, [choiceLiteral(encoded, id, why.value) ^ 1], `explain ${id}`);
      assert.ok(why.choices.length > 0, "something forced by choices blames a choice");
      explained++;
    }
    if (forced.length > 0) {
      const { id } = random.pick(forced);
      const wanted = { feature: id, value: after[id]!.status === "excluded" };
      const result = session.choose(id, wanted.value);
      assert.ok(!result.accepted);
      await assertMinimal(
        model,
        result.conflict.choices,
        result.conflict.reasons,
        [choiceLiteral(encoded, id, wanted.value)],
        `conflict ${id}`,
      );
      conflicts++;
    }
  }
  assert.ok(explained > 50 && conflicts > 15, `${explained} explanations, ${conflicts} conflicts`);
});

test("repairs are the smallest sets of choices to give up, by enumeration", () => {
  let repaired = 0;
  for (let seed = 500; seed < 1000; seed++) {
    const json = generateSmallModel(seed, 8);
    const all = enumerateConfigurations(json);
    if (all.length < 4 || all.length > 500) continue;
    const model = defineModel(json);
    const random = randomFrom(seed);
    const session = openSession(model);
    for (let step = 0; step < 4; step++) {
      const feature = random.pick(model.features);
      const value: Value = random.below(2) === 0;
      const before = session.state().choices.filter((choice) => choice.feature !== feature.id);
      const result = session.choose(feature.id, value);
      if (result.accepted) continue;
      const fits = (choices: readonly Choice[]): boolean =>
        all.some((configuration) =>
          choices.every((choice) =>
            choice.value === true
              ? configuration.has(choice.feature)
              : (configuration.get(choice.feature) ?? false) === choice.value,
          ),
        );
      const wanted = { feature: feature.id, value };
      const sizes = subsets(before)
        .filter((drop) => fits([...before.filter((choice) => !drop.includes(choice)), wanted]))
        .map((drop) => drop.length);
      const { repairs } = result.conflict;
      if (!fits([wanted])) {
        assert.deepEqual(repairs, [], `seed ${seed}: nothing can help`);
        continue;
      }
      assert.equal(repairs[0]!.drop.length, Math.min(...sizes), `seed ${seed}: smallest first`);
      for (const { drop } of repairs) {
        assert.ok(fits([...before.filter((choice) => !drop.includes(choice)), wanted]), `seed ${seed}: a repair repairs`);
        for (const kept of drop) {
          const less = drop.filter((choice) => choice !== kept);
          assert.ok(
            !fits([...before.filter((choice) => !less.includes(choice)), wanted]),
            `seed ${seed}: nothing is given up in vain`,
          );
        }
      }
      assert.ok(openSession(model, { choices: before }).repair(result.conflict, repairs[0]!).accepted);
      repaired++;
    }
  }
  assert.ok(repaired > 60, `only ${repaired} conflicts`);
});

function subsets<T>(list: readonly T[]): T[][] {
  return Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_item, i) => bits & (1 << i)));
}
