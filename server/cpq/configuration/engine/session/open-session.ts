import type { Choice, ChooseResult, FeatureState, Prices, Session, SessionState, Value } from "../types.ts";
import type { Circuit } from "../circuit/circuit.ts";
import { countModels } from "../circuit/count-models.ts";
import { chosenIn } from "../circuit/translate.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import { ModelError } from "../model/model-error.ts";
import type { Model } from "../model/model.ts";
import { basisOf } from "./basis.ts";
import { cheapest } from "./complete.ts";
import { explainConflict, explainLiteral } from "./explain.ts";
import { featureState } from "./feature-state.ts";
import { prepare } from "./prepare.ts";
import { domainsOf } from "./domains.ts";

/**
 * Opens a configuration on a model, empty or with stored choices. Every answer is exact and depends only on the choices standing,
 * never on the order they were made in. With a compiled circuit answers are immediate and countable; without, they are searched.
 */
export function openSession(model: Model, options: { choices?: readonly Choice[]; circuit?: Circuit } = {}): Session {
  const prepared = prepare(model);
  const { encoded } = prepared;
  const circuit = options.circuit ?? null;
  if (circuit && circuit.fingerprint !== encoded.fingerprint) {
    throw new ModelError("circuit.other_model", "this circuit was compiled from another model or version");
  }
  const domains = domainsOf(prepared, circuit);
  const nothing = new Uint8Array(2 * encoded.cnf.variables);
  const unchosen = (): Uint8Array => {
    if (prepared.unchosen === undefined) prepared.unchosen = domains([]);
    return prepared.unchosen ?? nothing;
  };

  let basis = basisOf(prepared, circuit, []);
  let possible: Uint8Array | null = null;
  let asked = false;
  const now = (): Uint8Array | null => {
    if (!asked) {
      possible = unchosen() === nothing ? null : basis.choices.length === 0 ? unchosen() : domains(basis.literals());
      asked = true;
    }
    return possible;
  };
  const stand = (choices: readonly Choice[]): void => {
    basis = basis.with(choices);
    asked = false;
  };
  if (options.choices) stand(options.choices);
  const indexOf = (feature: string): number => {
    const index = model.indexOf.get(feature);
    if (index === undefined)
      throw new ModelError("choice.unknown_feature", `there is no feature "${feature}" in this model`, { path: feature });
    return index;
  };
  const stateOf = (index: number): FeatureState => featureState(basis, now(), unchosen(), index);

  const session: Session = {
    choose(feature, value, prices) {
      const literal = choiceLiteral(encoded, feature, value);
      const before = basis.choices;
      const replaces = before.some((choice) => choice.feature === feature);
      const next = [...before.filter((choice) => choice.feature !== feature), { feature, value }];
      if (!replaces && now()?.[literal] === 1) {
        stand(next);
        return { accepted: true };
      }
      stand(next);
      if (now()) return { accepted: true };
      stand(before);
      return { accepted: false, conflict: explainConflict(basis, { feature, value }, prices)! };
    },
    retract(feature) {
      if (basis.choices.some((choice) => choice.feature === feature))
        stand(basis.choices.filter((choice) => choice.feature !== feature));
    },
    clear: () => stand([]),
    repair(conflict, repair): ChooseResult {
      const dropped = new Set(repair.drop.map((choice) => choice.feature));
      stand(basis.choices.filter((choice) => !dropped.has(choice.feature)));
      return conflict.wanted ? session.choose(conflict.wanted.feature, conflict.wanted.value) : { accepted: true };
    },
    state(): SessionState {
      const features: Record<string, FeatureState> = {};
      const options = now();
      const before = unchosen();
      let complete = options !== null;
      for (const feature of model.features) {
        const state = featureState(basis, options, before, feature.index);
        features[feature.id] = state;
        if (state.status === "open" || (state.values && state.status === "selected" && state.value === undefined))
          complete = false;
      }
      return { consistent: options !== null, complete, engine: basis.engine, choices: basis.choices, features };
    },
    feature: (feature) => stateOf(indexOf(feature)),
    explain(feature, value) {
      const state = stateOf(indexOf(feature));
      const asks: Value | null = value ?? (state.status === "open" ? null : (state.value ?? state.status === "selected"));
      if (asks === null || (!state.forced && value === undefined)) return null;
      const literal = choiceLiteral(encoded, feature, asks);
      const options = now();
      if (!options || (options[literal] === 1 && options[literal ^ 1] === 1)) return null;
      const holds = options[literal] === 1;
      const free = basis.with(basis.choices.filter((choice) => choice.feature !== feature || choice.value !== asks));
      return explainLiteral(free, feature, holds ? asks : asks === true ? false : asks, holds ? literal : literal ^ 1);
    },
    conflict(feature, value = true, prices?: Prices) {
      if (feature === undefined) return now() ? null : explainConflict(basis, null, prices);
      const literal = choiceLiteral(encoded, feature, value);
      if (now()?.[literal] === 1) return null;
      return explainConflict(basis, { feature, value }, prices);
    },
    complete: (prices: Prices = {}) => (now() ? cheapest(basis, prices) : null),
    count() {
      if (!circuit) return { count: null, reason: "counting needs the compiled model" };
      const chosen = chosenIn(circuit, basis.literals());
      return { count: chosen ? countModels(circuit, chosen) : 0n, reason: null };
    },
  };
  return session;
}
