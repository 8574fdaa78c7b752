import { analyseConflict } from "./analyse-conflict.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { propagate } from "./propagate.ts";
import { learn } from "./solve.ts";
import { backtrack, enqueue, noReason, type Solver } from "./solver.ts";

/**
 * Decides a literal on top of the current assignment. False when that is contradictory: the decision is then undone and what was
 * learned from it stands one level below.
 */
export function decide(solver: Solver, literal: number): boolean {
  solver.levels.push(solver.trailSize);
  if (solver.values[literal] === 1) return true;
  if (solver.values[literal] === -1) {
    backtrack(solver, solver.levels.length - 1);
    return false;
  }
  enqueue(solver, literal, noReason);
  const conflict = propagate(solver);
  if (conflict < 0) return true;
  learnAbove(solver, conflict, solver.levels.length - 1);
  return false;
}

/**
 * Can the current assignment be completed? Given a witness, a complete assignment that fits everything below the current level,
 * only what the current level upsets is repaired, so the work depends on the size of the change and not of the model. Exact.
 * When yes, the trail over the witness is a complete assignment, and `witness` is brought up to date; the extra decisions are
 * undone; `shown`, when given, is marked with the literals that took part. When no, the current level is undone too, and what was learned stands below it.
 */
export function repair(solver: Solver, index: ClauseIndex, witness: Uint8Array, shown?: Uint8Array): boolean {
  const { values, trail } = solver;
  const { text, textFrom, uses, usesFrom } = index;
  const floor = solver.levels.length;
  const start = solver.levels[floor - 1]!;
  let at = start;
  search: while (at < solver.trailSize) {
    const literal = trail[at]!;
    // Where trail and witness agree nothing was upset.
    if (witness[literal >> 1] === ((literal & 1) ^ 1)) {
      at++;
      continue;
    }
    const lost = literal ^ 1;
    for (let use = usesFrom[lost]!; use < usesFrom[lost + 1]!; use++) {
      const clause = uses[use]!;
      let open = -1;
      let kept = false;
      for (let k = textFrom[clause]!; k < textFrom[clause + 1]!; k++) {
        const other = text[k]!;
        const value = values[other]!;
        if (value === 1 || (value === 0 && witness[other >> 1] === ((other & 1) ^ 1))) {
          kept = true;
          break;
        }
        if (value === 0 && (open < 0 || solver.activity[other >> 1]! > solver.activity[open >> 1]!)) open = other;
      }
      if (kept) continue;
      if (open < 0) throw new Error("sat: a clause is contradicted after propagation");
      solver.levels.push(solver.trailSize);
      enqueue(solver, open, noReason);
      for (let conflict = propagate(solver); conflict >= 0; conflict = propagate(solver)) {
        if (solver.levels.length === floor) {
          learnAbove(solver, conflict, floor - 1);
          return false;
        }
        learnAbove(solver, conflict, floor);
        at = start;
      }
      if (at === start) continue search;
    }
    at++;
  }
  for (let i = start; i < solver.trailSize; i++) {
    const literal = trail[i]!;
    witness[literal >> 1] = (literal & 1) ^ 1;
    if (shown) shown[literal] = 1;
  }
  backtrack(solver, floor);
  return true;
}

/** Learns from a conflict and asserts the lesson, but not below the floor: assignments there belong to the caller. */
function learnAbove(solver: Solver, conflict: number, floor: number): void {
  solver.conflicts++;
  const lesson = analyseConflict(solver, conflict);
  backtrack(solver, Math.max(lesson.level, floor));
  learn(solver, lesson);
}
