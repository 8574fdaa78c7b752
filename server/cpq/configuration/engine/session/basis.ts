import type { Choice, EngineName } from "../types.ts";
import type { Literal } from "../encoding/cnf.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import type { Circuit } from "../circuit/circuit.ts";
import type { Prepared } from "./prepare.ts";

/** A set of choices on a model; what every question of a session is asked about. */
export interface SessionBasis {
  prepared: Prepared;
  circuit: Circuit | null;
  engine: EngineName;
  choices: readonly Choice[];
  /** The choice standing on a feature, by its index. */
  choiceOn(feature: number): Choice | undefined;
  literals(): Literal[];
  /** The choices these literals came from. */
  choicesOf(literals: readonly Literal[]): Choice[];
  with(choices: readonly Choice[]): SessionBasis;
}

export function basisOf(prepared: Prepared, circuit: Circuit | null, choices: readonly Choice[]): SessionBasis {
  const literals = choices.map((choice) => choiceLiteral(prepared.encoded, choice.feature, choice.value));
  const on = new Map(choices.map((choice) => [prepared.encoded.model.indexOf.get(choice.feature)!, choice]));
  return {
    choiceOn: (feature) => on.get(feature),
    prepared,
    circuit,
    engine: circuit ? "circuit" : "sat",
    choices,
    literals: () => literals,
    choicesOf(wanted) {
      const set = new Set(wanted);
      return choices.filter((_, position) => set.has(literals[position]!));
    },
    with: (next) => basisOf(prepared, circuit, next),
  };
}
