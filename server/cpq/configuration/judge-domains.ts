import { choiceLiteral } from "./engine/encoding/encode-model.ts";
import { solve } from "./engine/sat/solve.ts";
import type { Prepared } from "./engine/session/prepare.ts";
import { satDomains } from "./engine/session/sat-domains.ts";
import type { FeatureState, SessionState } from "./engine/types.ts";

const sampled = 30;

/**
 * How many features a session shows wrongly. A compiled session is judged by search over every feature; a searching one by plain
 * satisfiability questions on about `sampled` features, other ones at each step, because those cost more.
 */
export function judge(prepared: Prepared, compiled: boolean, state: SessionState): number {
  const { encoded, tracer } = prepared;
  const assumptions = state.choices.map((choice) => choiceLiteral(encoded, choice.feature, choice.value));
  const possible = compiled ? satDomains(prepared, assumptions) : null;
  if (compiled && !possible) return encoded.model.features.length;
  const can = (literal: number): boolean => (possible ? possible[literal] === 1 : solve(tracer(), [...assumptions, literal]));
  const stride = Math.max(1, Math.floor(encoded.model.features.length / sampled));
  const features = encoded.model.features.filter(
    (feature) => compiled || feature.index % stride === state.choices.length % stride,
  );
  return features.filter((feature) => {
    const literal = encoded.literals[feature.index]!;
    const shown: FeatureState = state.features[feature.id]!;
    const status = can(literal) ? (can(literal ^ 1) ? "open" : "selected") : "excluded";
    const values = (encoded.values.get(feature.index)?.options ?? [])
      .filter((option) => can(option.literal))
      .map((option) => option.value);
    return status !== shown.status || values.join("\n") !== (shown.values ?? []).join("\n");
  }).length;
}
