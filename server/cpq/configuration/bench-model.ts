import { compileModel } from "./engine/circuit/compile-model.ts";
import { ModelError } from "./engine/model/model-error.ts";
import type { Model } from "./engine/model/model.ts";
import { randomFrom } from "./engine/sample/random.ts";
import { openSession } from "./engine/session/open-session.ts";
import { prepare } from "./engine/session/prepare.ts";
import { judge } from "./judge-domains.ts";
import type { Choice, EngineName } from "./engine/types.ts";

export interface Spread {
  p50: number;
  p95: number;
  max: number;
}

export interface ModelBench {
  engine: EngineName;
  compileMs: number;
  propagateMs: Spread;
  explainMs: Spread;
  /** Features whose domain differs from the independent judge, over all steps. */
  mismatches: number;
}

/**
 * Configures at random, as a customer in no hurry: choices in any order, some taken back, from the start again when nothing is
 * open. Propagation is one choice with the exact domains of every feature after it; an explanation is of one forced feature.
 */
export function benchModel(model: Model, choices: number, seed: number): ModelBench {
  const compiled = compileModel(model);
  const session = openSession(model, compiled.circuit ? { circuit: compiled.circuit } : {});
  const random = randomFrom(seed);
  const propagate: number[] = [];
  const explain: number[] = [];
  let mismatches = 0;
  const ids = model.features.map((feature) => feature.id);
  const timed = <T>(into: number[], work: () => T): T => {
    const start = performance.now();
    const result = work();
    into.push(performance.now() - start);
    return result;
  };
  if (!session.state().consistent)
    throw new ModelError("model.unsatisfiable", "no configuration is valid, so nothing can be chosen");
  for (let made = 0; made < choices; ) {
    const { features, choices: standing } = session.state();
    const open = ids.filter((id) => features[id]!.status === "open");
    if (open.length === 0) {
      if (standing.length === 0) break;
      session.clear();
      continue;
    }
    if (standing.length > 0 && random.below(8) === 0) {
      const back = random.pick(standing).feature;
      timed(propagate, () => {
        session.retract(back);
        return session.feature(back);
      });
    } else {
      const wanted = wish(model, random.pick(open), features, random.below(3));
      timed(propagate, () => {
        if (!session.choose(wanted.feature, wanted.value).accepted)
          throw new Error(`an open choice was refused: ${wanted.feature}`);
        return session.feature(wanted.feature);
      });
    }
    made++;
    const after = session.state();
    const forced = ids.filter((id) => after.features[id]!.why === "choices");
    if (forced.length > 0) timed(explain, () => session.explain(random.pick(forced)));
    mismatches += judge(prepare(model), compiled.circuit !== null, after);
  }
  return {
    engine: compiled.circuit ? "circuit" : "sat",
    compileMs: Math.round(compiled.compileMs),
    propagateMs: spread(propagate),
    explainMs: spread(explain),
    mismatches,
  };
}

function wish(
  model: Model,
  feature: string,
  features: Readonly<Record<string, { values?: readonly (string | number)[] }>>,
  dice: number,
): Choice {
  const values = features[feature]!.values ?? [];
  if (dice === 0) return { feature, value: false };
  return { feature, value: dice === 1 && values.length > 0 ? values[values.length >> 1]! : true };
}

function spread(times: number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
