import { contradict } from "./add-clause.ts";
import { addGround, analyseConflict, type Lesson } from "./analyse-conflict.ts";
import { forgetLessons } from "./forget-lessons.ts";
import { propagate } from "./propagate.ts";
import { backtrack, enqueue, noReason, type Solver, storeClause } from "./solver.ts";

/**
 * Is there an assignment that keeps every clause and every assumption? When yes, `values` holds it until the next call; when no,
 * `core` holds assumptions that cannot hold together. Decisions of equal leading assumptions are kept between calls.
 */
export function solve(solver: Solver, assumptions: readonly number[]): boolean {
  if (!solver.consistent) return false;
  let same = 0;
  while (same < solver.assumed.length && same < assumptions.length && solver.assumed[same] === assumptions[same]) same++;
  backtrack(solver, same);
  solver.assumed.length = same;
  let restart = 0;
  let budget = 100;
  for (;;) {
    const conflict = propagate(solver);
    if (conflict >= 0) {
      solver.conflicts++;
      budget--;
      if (solver.levels.length === 0) {
        contradict(solver, conflict);
        return false;
      }
      const lesson = analyseConflict(solver, conflict);
      backtrack(solver, lesson.level);
      learn(solver, lesson);
      continue;
    }
    if (budget <= 0) {
      restart++;
      budget = 100 * luby(restart);
      backtrack(solver, Math.min(solver.levels.length, assumptions.length));
      forgetLessons(solver);
    }
    const depth = solver.levels.length;
    if (depth < assumptions.length) {
      const literal = assumptions[depth]!;
      if (solver.values[literal]! < 0) {
        failed(solver, literal, assumptions);
        return false;
      }
      solver.levels.push(solver.trailSize);
      solver.assumed.push(literal);
      if (solver.values[literal] === 0) enqueue(solver, literal, noReason);
      continue;
    }
    const variable = nextOpen(solver);
    if (variable < 0) return true;
    solver.levels.push(solver.trailSize);
    enqueue(solver, 2 * variable + (solver.phase[variable]! ^ 1), noReason);
  }
}

/** Keeps a lesson as a clause and asserts its first literal. */
export function learn(solver: Solver, lesson: Lesson): number {
  const clause = storeClause(solver, lesson.literals, -1 - lesson.glue);
  if (solver.proof) solver.proof.set(clause, Int32Array.from(solver.finalClauses));
  enqueue(solver, lesson.literals[0]!, clause);
  return clause;
}

function nextOpen(solver: Solver): number {
  const { heap, activity, values } = solver;
  for (;;) {
    const variable = heap.pop(activity);
    if (variable < 0 || values[2 * variable] === 0) return variable;
  }
}

/** Which assumptions, and with tracing which clauses, make this assumption false. */
function failed(solver: Solver, literal: number, assumptions: readonly number[]): void {
  const { arena, reason, level } = solver;
  const core = [literal];
  const used: number[] = [];
  const ground: number[] = [];
  const done = new Set<number>();
  const stack = [literal >> 1];
  const assumed = new Set(assumptions);
  while (stack.length > 0) {
    const variable = stack.pop()!;
    if (done.has(variable)) continue;
    done.add(variable);
    if (level[variable] === 0) {
      ground.push(variable);
      continue;
    }
    const clause = reason[variable]!;
    if (clause === noReason) {
      const decided = 2 * variable + (solver.values[2 * variable] === 1 ? 0 : 1);
      if (decided !== literal && assumed.has(decided)) core.push(decided);
      continue;
    }
    used.push(clause);
    const end = clause + 2 + arena[clause]!;
    for (let k = clause + 2; k < end; k++) if (arena[k]! >> 1 !== variable) stack.push(arena[k]! >> 1);
  }
  addGround(solver, ground, used);
  solver.core = core;
  solver.finalClauses = used;
}

/** 1 1 2 1 1 2 4 ...: restart lengths that suit both easy and hard instances. */
function luby(n: number): number {
  let size = 1;
  let sequence = 0;
  while (size < n + 1) {
    sequence++;
    size = 2 * size + 1;
  }
  let i = n;
  while (size - 1 !== i) {
    size = (size - 1) >> 1;
    sequence--;
    i %= size;
  }
  return 2 ** sequence;
}
