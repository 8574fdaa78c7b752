import type { Model } from "../model/model.ts";
import { encodeModel } from "../encoding/encode-model.ts";
import { type Literal, openGroup } from "../encoding/cnf.ts";
import { literalOf } from "../encoding/logic.ts";
import { vocabularyOf } from "../encoding/vocabulary.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { indexClauses } from "../sat/clause-index.ts";
import { propagate } from "../sat/propagate.ts";
import { decide, repair } from "../sat/repair.ts";
import { solve } from "../sat/solve.ts";
import { backtrack, createSolver } from "../sat/solver.ts";

/**
 * Rules that say nothing the structure and the other rules do not say already: each of them, taken alone, could be deleted.
 * (Of two equal rules both are named; delete one and ask again.) Ids in model order. Empty for a model without configurations.
 */
export function redundantRules(model: Model): string[] {
  const bare = encodeModel({ ...model, rules: [] });
  const words = vocabularyOf(model, bare.literals, bare.values);
  openGroup(bare.cnf, { id: "rules", kind: "structure", text: "", features: [] });
  const truths = model.rules.map((rule) => literalOf(bare.cnf, words, rule.expression, rule.path));
  const clauses = bare.cnf.groups.flatMap((group) => group.clauses);
  const solver = createSolver(bare.cnf.variables);
  for (const clause of clauses) addClauseTo(solver, clause, 0);
  if (!solve(solver, truths)) return [];
  const index = indexClauses(bare.cnf.variables, clauses);
  const witness = Uint8Array.from({ length: solver.variables }, (_, variable) => (solver.values[2 * variable] === 1 ? 1 : 0));
  backtrack(solver, 0);
  const redundant: string[] = [];
  const settle = (): void => {
    if (propagate(solver) >= 0) throw new Error("sat: consistent rules became contradictory");
  };
  const hold = (literals: readonly Literal[]): void => {
    for (const literal of literals) if (!decide(solver, literal)) throw new Error("sat: consistent rules became contradictory");
  };
  /** Everything outside from..to holds already; halving keeps the work at rules times their logarithm. */
  const visit = (from: number, to: number): void => {
    if (to - from === 1) {
      const broken = truths[from]! ^ 1;
      const possible = solver.values[broken] !== -1 && decide(solver, broken) && repair(solver, index, witness);
      if (possible) {
        backtrack(solver, solver.levels.length - 1);
        // The witness broke this rule; mend it before the next one is asked.
        mend(truths[from]!);
      } else {
        settle();
        redundant.push(model.rules[from]!.id);
      }
      return;
    }
    const middle = (from + to) >> 1;
    const depth = solver.levels.length;
    hold(truths.slice(middle, to));
    visit(from, middle);
    backtrack(solver, depth);
    hold(truths.slice(from, middle));
    visit(middle, to);
    backtrack(solver, depth);
  };
  const mend = (truth: Literal): void => {
    if (witness[truth >> 1] === ((truth & 1) ^ 1)) return;
    if (!decide(solver, truth) || !repair(solver, index, witness)) throw new Error("sat: consistent rules became contradictory");
    backtrack(solver, solver.levels.length - 1);
  };
  if (model.rules.length > 0) visit(0, model.rules.length);
  return redundant;
}
