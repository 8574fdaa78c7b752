import assert from "node:assert/strict";
import { test } from "node:test";
import { compileModel } from "../circuit/compile-model.ts";
import { defineModel } from "../model/define-model.ts";
import { type Configuration, enumerateConfigurations } from "../sample/enumerate-configurations.ts";
import { generateSmallModel } from "../sample/generate-small-model.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { solve } from "../sat/solve.ts";
import { createSolver } from "../sat/solver.ts";
import { openSession } from "../session/open-session.ts";
import { choiceLiteral, encodeModel, type EncodedModel } from "./encode-model.ts";

/** Number of assignments by search: find one, forbid it, again. */
function modelsBySearch(encoded: EncodedModel): number {
  const solver = createSolver(encoded.cnf.variables);
  for (const group of encoded.cnf.groups) for (const clause of group.clauses) addClauseTo(solver, clause, 0);
  let found = 0;
  while (solve(solver, [])) {
    found++;
    const other = Array.from(
      { length: encoded.cnf.variables },
      (_, variable) => 2 * variable + (solver.values[2 * variable] === 1 ? 1 : 0),
    );
    addClauseTo(solver, other, 0);
  }
  return found;
}

const written = (configuration: Configuration): string =>
  [...configuration]
    .map(([id, value]) => `${id}=${String(value)}`)
    .sort()
    .join(" ");

test("the count equals enumeration by meaning, by search and by circuit, on 400 random small models", () => {
  let valid = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const json = generateSmallModel(seed);
    const expected = enumerateConfigurations(json);
    if (expected.length > 3000) continue;
    const model = defineModel(json);
    const compiled = compileModel(model);
    const counted = openSession(model, { circuit: compiled.circuit! }).count();
    assert.equal(counted.count, BigInt(expected.length), `seed ${seed}: circuit`);
    assert.equal(modelsBySearch(encodeModel(model)), expected.length, `seed ${seed}: search`);
    valid += expected.length > 0 ? 1 : 0;
  }
  assert.ok(valid > 200, `only ${valid} models had configurations`);
});

test("domains, counts and cheapest completions equal enumeration after every choice, with and without a circuit", () => {
  let steps = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const json = generateSmallModel(seed);
    const all = enumerateConfigurations(json);
    if (all.length === 0 || all.length > 2000) continue;
    const model = defineModel(json);
    const circuit = compileModel(model).circuit!;
    const sessions = [openSession(model, { circuit }), openSession(model)];
    const encoded = encodeModel(model);
    let left = all;
    for (let step = 0; step < 4; step++) {
      // A choice that one of the remaining configurations has, so that it must be accepted.
      const target = left[(seed * 7 + step * 13) % left.length]!;
      const feature = model.features[(seed * 31 + step * 17) % model.features.length]!;
      const value = target.get(feature.id) ?? false;
      left = left.filter((configuration) => (configuration.get(feature.id) ?? false) === value);
      const prices = Object.fromEntries(model.features.map((each) => [each.id, BigInt(((each.index * 37 + seed) % 11) - 3)]));
      for (const session of sessions) {
        assert.deepEqual(session.choose(feature.id, value), { accepted: true }, `seed ${seed}`);
        const state = session.state();
        for (const each of model.features) {
          const seen = new Set(left.map((configuration) => configuration.get(each.id) ?? false));
          const status = !seen.has(false) ? "selected" : seen.size > 1 ? "open" : "excluded";
          const shown = state.features[each.id]!;
          assert.equal(shown.status, status, `seed ${seed} ${each.id}`);
          if (each.value)
            assert.deepEqual(
              new Set(shown.values),
              new Set([...seen].filter((option) => option !== false)),
              `seed ${seed} ${each.id}`,
            );
        }
        const cost = (configuration: Configuration): bigint =>
          [...configuration].reduce((sum, [id, own]) => {
            const quantity = model.features[model.indexOf.get(id)!]!.quantity;
            return sum + prices[id]! * (quantity ? BigInt(own as number) : 1n);
          }, 0n);
        const least = left.map(cost).reduce((a, b) => (a < b ? a : b));
        const done = session.complete(prices)!;
        assert.equal(done.total, least, `seed ${seed}: price`);
        const chosen = new Map(Object.entries(done.selection));
        assert.ok(
          left.some((configuration) => written(configuration) === written(chosen)),
          `seed ${seed}: completion is valid`,
        );
        const fewest = Math.min(
          ...left.filter((configuration) => cost(configuration) === least).map((configuration) => configuration.size),
        );
        assert.equal(chosen.size, fewest, `seed ${seed}: fewest features at that price`);
      }
      assert.equal(sessions[0]!.count().count, BigInt(left.length), `seed ${seed}: count`);
      assert.ok(choiceLiteral(encoded, feature.id, value) >= 0);
      steps++;
    }
  }
  assert.ok(steps > 200, `only ${steps} steps`);
});
