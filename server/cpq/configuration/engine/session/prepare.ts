import type { Model } from "../model/model.ts";
import { type EncodedModel, encodeModel } from "../encoding/encode-model.ts";
import type { Literal } from "../encoding/cnf.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { createSolver, type Solver } from "../sat/solver.ts";

/** What all sessions of one model share: its clauses, one solver that answers and one that can tell why. */
export interface Prepared {
  encoded: EncodedModel;
  /** Literals the customer can see: features, then values of characteristics. */
  visible: readonly Literal[];
  solver: Solver;
  /** A second solver that keeps proofs; built when the first explanation is asked for. */
  tracer(): Solver;
  /** Complete assignments seen so far, as one byte per variable. They show what is possible without a search. */
  witnesses: Uint8Array[];
  /** Possible literals without any choice; null until first asked for. */
  unchosen: Uint8Array | null;
}

const known = new WeakMap<Model, Prepared>();

export function prepare(model: Model): Prepared {
  const before = known.get(model);
  if (before) return before;
  const encoded = encodeModel(model);
  const build = (trace: boolean): Solver => {
    const solver = createSolver(encoded.cnf.variables, { trace });
    encoded.cnf.groups.forEach((group, origin) => {
      for (const clause of group.clauses) addClauseTo(solver, clause, origin);
    });
    return solver;
  };
  let tracer: Solver | null = null;
  const visible = [
    ...encoded.literals,
    ...[...encoded.values.values()].flatMap((ordered) => ordered.options.map((option) => option.literal)),
  ];
  const prepared: Prepared = {
    encoded,
    visible: [...new Set(visible)],
    solver: build(false),
    tracer: () => (tracer ??= build(true)),
    witnesses: [],
    unchosen: null,
  };
  known.set(model, prepared);
  return prepared;
}
