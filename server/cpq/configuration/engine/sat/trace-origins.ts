import type { Solver } from "./solver.ts";

/** The origins of the given clauses that the last "unsatisfiable" rests on. Needs a solver created with `trace`. */
export function traceOrigins(solver: Solver): Set<number> {
  const origins = new Set<number>();
  const done = new Set<number>();
  const stack = [...solver.finalClauses];
  while (stack.length > 0) {
    const clause = stack.pop()!;
    if (done.has(clause)) continue;
    done.add(clause);
    const tag = solver.arena[clause + 1]!;
    if (tag >= 0) origins.add(tag);
    else for (const parent of solver.proof!.get(clause)!) stack.push(parent);
  }
  return origins;
}
