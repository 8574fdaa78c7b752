import { analyseConflict } from "../sat/analyse-conflict.ts";
import { propagate } from "../sat/propagate.ts";
import { learn } from "../sat/solve.ts";
import { backtrack, enqueue, noReason, type Solver } from "../sat/solver.ts";

/**
 * Decides a literal on top of the current assignment. False when that is contradictory: the decision is then undone and what was
 * learned from it stands one level below.
 */
export function decide(solver: Solver, literal: number): boolean {
  solver.levels.push(solver.trailSize);
  if (solver.values[literal] !== 0) {
    if (solver.values[literal] === 1) return true;
    backtrack(solver, solver.levels.length - 1);
    return false;
  }
  enqueue(solver, literal, noReason);
  const conflict = propagate(solver);
  if (conflict < 0) return true;
  learnBelow(solver, conflict, solver.levels.length - 1);
  return false;
}

/**
 * Can the open variables of a scope be completed under the current assignment? When yes, `witness` receives their values; when
 * no, the current level is undone. Other independent parts are not touched, so this is exact for the scope.
 */
export function completable(solver: Solver, scope: Int32Array, witness: Uint8Array): boolean {
  const { phase, values } = solver;
  const floor = solver.levels.length;
  for (const variable of scope) phase[variable] = witness[variable]!;
  for (let at = 0; ; ) {
    while (at < scope.length && values[2 * scope[at]!] !== 0) at++;
    if (at === scope.length) break;
    const variable = scope[at]!;
    solver.levels.push(solver.trailSize);
    enqueue(solver, 2 * variable + (phase[variable]! ^ 1), noReason);
    for (let conflict = propagate(solver); conflict >= 0; conflict = propagate(solver)) {
      at = 0;
      if (solver.levels.length === floor) {
        learnBelow(solver, conflict, floor - 1);
        return false;
      }
      learnBelow(solver, conflict, floor);
    }
  }
  for (const variable of scope) witness[variable] = values[2 * variable] === 1 ? 1 : 0;
  backtrack(solver, floor);
  return true;
}

/** Learns from a conflict and asserts the lesson, but not below the floor: assignments there belong to the caller. */
function learnBelow(solver: Solver, conflict: number, floor: number): void {
  solver.conflicts++;
  const lesson = analyseConflict(solver, conflict);
  backtrack(solver, Math.max(lesson.level, floor));
  learn(solver, lesson);
}
