import { addGround } from "./analyse-conflict.ts";
import { propagate } from "./propagate.ts";
import { backtrack, enqueue, type Solver, storeClause } from "./solver.ts";

/** Adds a clause for good. Undoes all decisions. `origin` >= 0 is what a proof will name. */
export function addClauseTo(solver: Solver, clause: readonly number[], origin: number): void {
  backtrack(solver, 0);
  const { values } = solver;
  // Literals that can still be true are watched first.
  const literals = [...clause].sort((a, b) => values[b]! - values[a]!);
  const stored = storeClause(solver, literals, origin);
  if (!solver.consistent) return;
  const open = literals.filter((literal) => values[literal]! >= 0).length;
  if (open === 0) return contradict(solver, stored);
  if (open === 1 && values[literals[0]!] === 0) {
    enqueue(solver, literals[0]!, stored);
    const conflict = propagate(solver);
    if (conflict >= 0) contradict(solver, conflict);
  }
}

/** The clauses alone are contradictory: from now on every answer is "unsatisfiable". */
export function contradict(solver: Solver, conflict: number): void {
  solver.consistent = false;
  solver.core = [];
  const used = [conflict];
  const { arena } = solver;
  addGround(
    solver,
    Array.from(arena.subarray(conflict + 2, conflict + 2 + arena[conflict]!), (literal) => literal >> 1),
    used,
  );
  solver.finalClauses = used;
}
