import { noReason, type Solver, watch } from "./solver.ts";

const keepAtLeast = 4000;

/** Forgets the less useful half of the learned clauses once there are many. Never while a proof is kept. */
export function forgetLessons(solver: Solver): void {
  if (solver.proof || solver.learned.length < keepAtLeast + solver.conflicts / 10) return;
  const { arena, reason, values } = solver;
  const locked = (clause: number): boolean => {
    for (let k = clause + 2; k < clause + 2 + arena[clause]!; k++)
      if (values[arena[k]!] === 1 && reason[arena[k]! >> 1] === clause) return true;
    return false;
  };
  const glue = (clause: number): number => -1 - arena[clause + 1]!;
  const candidates = solver.learned.filter((clause) => glue(clause) > 2 && arena[clause]! > 2 && !locked(clause));
  candidates.sort((a, b) => glue(b) - glue(a) || a - b);
  const gone = new Set(candidates.slice(0, candidates.length >> 1));
  const moved = new Map<number, number>();
  const next = new Int32Array(arena.length);
  let size = 0;
  const move = (clause: number): number => {
    const length = arena[clause]! + 2;
    next.set(arena.subarray(clause, clause + length), size);
    moved.set(clause, size);
    size += length;
    return size - length;
  };
  solver.clauses = solver.clauses.map(move);
  solver.learned = solver.learned.filter((clause) => !gone.has(clause)).map(move);
  for (let variable = 0; variable < solver.variables; variable++) {
    if (reason[variable] !== noReason) reason[variable] = moved.get(reason[variable]!) ?? noReason;
  }
  solver.arena = next;
  solver.arenaSize = size;
  for (const list of solver.watches) list.length = 0;
  for (const list of solver.pairs) list.length = 0;
  for (const clause of solver.clauses) if (next[clause]! >= 2) watch(solver, clause);
  for (const clause of solver.learned) if (next[clause]! >= 2) watch(solver, clause);
}
