import type { FeatureState } from "../types.ts";
import type { SessionBasis } from "./basis.ts";

/** Most features share one of few states; shared objects keep a state of thousands of features cheap. */
const states = (why: FeatureState["why"]): Record<FeatureState["status"], FeatureState> => {
  const forced = why === "model" || why === "choices";
  const one = (status: FeatureState["status"]): FeatureState => Object.freeze({ status, forced, why });
  return { selected: one("selected"), excluded: one("excluded"), open: one("open") };
};
const plain = { choice: states("choice"), choices: states("choices"), model: states("model"), none: states(null) };

/** One feature as the customer sees it. `possible` is null when the choices contradict each other: then only choices are told. */
export function featureState(
  basis: SessionBasis,
  possible: Uint8Array | null,
  unchosen: Uint8Array,
  index: number,
): FeatureState {
  const { encoded } = basis.prepared;
  const literal = encoded.literals[index]!;
  const choice = basis.choiceOn(index);
  if (!possible) {
    const status = choice === undefined ? "open" : choice.value === false ? "excluded" : "selected";
    return { status, forced: false, why: choice ? "choice" : null };
  }
  const can = possible[literal] === 1;
  const cannot = possible[literal ^ 1] === 1;
  const status = can && cannot ? "open" : can ? "selected" : "excluded";
  const ordered = encoded.values.get(index);
  const inModel = unchosen[status === "excluded" ? literal : literal ^ 1] === 0;
  const why = status === "open" ? null : inModel ? "model" : choice ? "choice" : "choices";
  const state = plain[why ?? "none"][status];
  if (!ordered) return state;
  const values = ordered.options.filter((option) => possible[option.literal] === 1).map((option) => option.value);
  return status === "selected" && values.length === 1 ? { ...state, values, value: values[0]! } : { ...state, values };
}
