import type { Model } from "../model/model.ts";
import { type EncodedModel, encodeModel } from "../encoding/encode-model.ts";
import type { Literal } from "../encoding/cnf.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { type ClauseIndex, indexClauses } from "../sat/clause-index.ts";
import { createSolver, type Solver } from "../sat/solver.ts";

/** What all sessions of one model share: its clauses, one solver that answers and one that can tell why. */
export interface Prepared {
  encoded: EncodedModel;
  /** Literals the customer can see: features, then values of characteristics. */
  visible: readonly Literal[];
  solver: Solver;
  /** A second solver that keeps proofs; built when the first explanation is asked for. */
  tracer(): Solver;
  index: ClauseIndex;
  /** Per feature: the features right below it, and the literals of everything at or below it. */
  children: readonly (readonly number[])[];
  below: readonly (readonly Literal[])[];
  /** Possible literals without any choice; undefined until first asked for, null when there is no valid configuration. */
  unchosen: Uint8Array | null | undefined;
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
  const { features } = model;
  const children: number[][] = features.map(() => []);
  for (const feature of features) if (feature.parent >= 0) children[feature.parent]!.push(feature.index);
  const below: Literal[][] = features.map(() => []);
  for (let at = features.length - 1; at >= 0; at--) {
    const own = (encoded.values.get(at)?.options ?? []).map((option) => option.literal);
    below[at] = [encoded.literals[at]!, ...own, ...children[at]!.flatMap((child) => below[child]!)];
  }
  const prepared: Prepared = {
    children,
    below,
    encoded,
    visible: [...new Set(visible)],
    solver: build(false),
    tracer: () => (tracer ??= build(true)),
    index: indexClauses(
      encoded.cnf.variables,
      encoded.cnf.groups.flatMap((group) => group.clauses),
    ),
    unchosen: undefined,
  };
  known.set(model, prepared);
  return prepared;
}
