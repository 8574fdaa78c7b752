import { type Literal, negated } from "../encoding/cnf.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { solve } from "../sat/solve.ts";
import { createSolver, grow, type Solver } from "../sat/solver.ts";
import type { Prepared } from "./prepare.ts";

/** Cost of a literal being true; positive. */
export type Costs = ReadonlyMap<Literal, bigint>;

/**
 * A cheapest assignment that keeps the assumptions, by core-guided search: each proof that some costs cannot all be avoided
 * raises the lower bound, until an assignment meets it. Null when the assumptions are contradictory. Returns one byte per
 * variable. Method: max-resolution on unsatisfiable cores (Narodytska, Bacchus 2014), heaviest costs first.
 */
export function cheapestBySearch(prepared: Prepared, assumptions: readonly Literal[], costs: Costs): Uint8Array | null {
  const solver = createSolver(prepared.encoded.cnf.variables);
  for (const group of prepared.encoded.cnf.groups) for (const clause of group.clauses) addClauseTo(solver, clause, 0);
  for (const literal of assumptions) addClauseTo(solver, [literal], 0);
  if (!solve(solver, [])) return null;
  const weights = new Map<Literal, bigint>(costs);
  let bar = [...weights.values()].reduce((a, b) => (a > b ? a : b), 0n);
  for (;;) {
    const avoid = [...weights].filter(([, weight]) => weight >= bar && weight > 0n);
    avoid.sort(([a, x], [b, y]) => (x === y ? a - b : x > y ? -1 : 1));
    if (
      solve(
        solver,
        avoid.map(([literal]) => negated(literal)),
      )
    ) {
      const lighter = [...weights.values()].filter((weight) => weight > 0n && weight < bar);
      if (lighter.length === 0) break;
      const heaviest = lighter.reduce((a, b) => (a > b ? a : b));
      bar = heaviest / 2n > 1n ? heaviest / 2n : 1n;
      continue;
    }
    relax(solver, solver.core.map(negated), weights);
  }
  return Uint8Array.from({ length: prepared.encoded.cnf.variables }, (_, variable) =>
    solver.values[2 * variable] === 1 ? 1 : 0,
  );
}

/** One of these costs is unavoidable: pay the smallest once, and charge again only for each further one. */
function relax(solver: Solver, core: Literal[], weights: Map<Literal, bigint>): void {
  const least = core.map((literal) => weights.get(literal)!).reduce((a, b) => (a < b ? a : b));
  for (const literal of core) {
    const left = weights.get(literal)! - least;
    if (left > 0n) weights.set(literal, left);
    else weights.delete(literal);
  }
  addClauseTo(solver, core, 0);
  let later = core.at(-1)!;
  for (let i = core.length - 2; i >= 0; i--) {
    const literal = core[i]!;
    const both = fresh(solver);
    addClauseTo(solver, [negated(both), literal], 0);
    addClauseTo(solver, [negated(both), later], 0);
    addClauseTo(solver, [both, negated(literal), negated(later)], 0);
    weights.set(both, least);
    if (i === 0) break;
    const any = fresh(solver);
    addClauseTo(solver, [negated(any), literal, later], 0);
    addClauseTo(solver, [any, negated(literal)], 0);
    addClauseTo(solver, [any, negated(later)], 0);
    later = any;
  }
}

function fresh(solver: Solver): Literal {
  const variable = solver.variables;
  grow(solver, variable + 1);
  return 2 * variable;
}
