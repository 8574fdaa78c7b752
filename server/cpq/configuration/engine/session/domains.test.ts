import assert from "node:assert/strict";
import { test } from "node:test";
import { Cadical } from "cadical-wasm";
import { compileModel } from "../circuit/compile-model.ts";
import { packCircuit, unpackCircuit } from "../circuit/pack-circuit.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import { defineModel } from "../model/define-model.ts";
import { generateModel } from "../sample/generate-model.ts";
import { randomFrom } from "../sample/random.ts";
import { openSession } from "./open-session.ts";
import { prepare } from "./prepare.ts";

test("domains equal an independent solver's on random catalogues, by circuit and by search", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const model = defineModel(generateModel({ features: 250, rules: 60, seed, widest: 40 }));
    const { encoded } = prepare(model);
    const { circuit } = compileModel(model);
    assert.ok(circuit, "compiled");
    const judge = await Cadical.create({ quiet: true });
    const dimacs = (literal: number): number => ((literal & 1) === 1 ? -1 : 1) * ((literal >> 1) + 1);
    for (const group of encoded.cnf.groups) for (const clause of group.clauses) judge.addClause(clause.map(dimacs));
    const sessions = [
      openSession(model, { circuit: unpackCircuit(packCircuit(circuit), encoded.fingerprint) }),
      openSession(model),
    ];
    const random = randomFrom(seed);
    for (let step = 0; step < 12; step++) {
      const state = sessions[0]!.state();
      const open = model.features.filter((feature) => state.features[feature.id]!.status === "open");
      const back = step % 4 === 3 && state.choices.length > 0 ? random.pick(state.choices).feature : null;
      const next = open.length > 0 ? random.pick(open).id : null;
      const value = random.below(3) > 0;
      for (const session of sessions) {
        if (back) session.retract(back);
        else if (next) assert.ok(session.choose(next, value).accepted);
      }
      const [byCircuit, bySearch] = sessions.map((session) => session.state());
      assert.deepEqual(byCircuit!.features, bySearch!.features);
      const assumed = byCircuit!.choices.map((choice) => dimacs(choiceLiteral(encoded, choice.feature, choice.value)));
      const can = (literal: number): boolean => judge.solve({ assumptions: [...assumed, dimacs(literal)] }) === "satisfiable";
      const mismatches = model.features.filter((feature) => {
        const literal = encoded.literals[feature.index]!;
        const expected = can(literal) ? (can(literal ^ 1) ? "open" : "selected") : "excluded";
        return byCircuit!.features[feature.id]!.status !== expected;
      });
      assert.deepEqual(
        mismatches.map((feature) => feature.id),
        [],
        `seed ${seed} step ${step}`,
      );
    }
    judge.dispose();
  }
});

test("a circuit is never used with another model", () => {
  const a = defineModel(generateModel({ features: 60, rules: 5, seed: 1 }));
  const b = defineModel(generateModel({ features: 60, rules: 5, seed: 2 }));
  const { circuit } = compileModel(a);
  assert.throws(() => openSession(b, { circuit: circuit! }), /another model/);
  assert.throws(() => unpackCircuit(packCircuit(circuit!), prepare(b).encoded.fingerprint), /another version/);
  assert.throws(() => unpackCircuit(packCircuit(circuit!).slice(0, 100), prepare(a).encoded.fingerprint), /cut short/);
});
