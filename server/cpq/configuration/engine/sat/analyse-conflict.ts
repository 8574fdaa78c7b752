import { noReason, type Solver } from "./solver.ts";

export interface Lesson {
  /** Learned clause: the literal to assert first, then one of the highest level among the others. */
  literals: number[];
  /** Level at which the first literal follows. */
  level: number;
  /** Distinct decision levels: lower is more useful. */
  glue: number;
}

/**
 * First unique implication point of a conflict at the current level. With tracing, `solver.finalClauses` receives the clauses
 * the lesson was derived from.
 */
export function analyseConflict(solver: Solver, conflict: number): Lesson {
  const { arena, seen, level, reason, trail } = solver;
  const current = solver.levels.length;
  const used: number[] | null = solver.proof ? [] : null;
  const ground: number[] = [];
  const literals: number[] = [0];
  const marked: number[] = [];
  let open = 0;
  let position = solver.trailSize - 1;
  let clause = conflict;
  let pivot = -1;
  for (;;) {
    used?.push(clause);
    const end = clause + 2 + arena[clause]!;
    for (let k = clause + 2; k < end; k++) {
      const literal = arena[k]!;
      if (literal === pivot) continue;
      const variable = literal >> 1;
      if (seen[variable]) continue;
      if (level[variable] === 0) {
        if (used) ground.push(variable);
        continue;
      }
      seen[variable] = 1;
      marked.push(variable);
      raiseActivity(solver, variable);
      if (level[variable]! >= current) open++;
      else literals.push(literal);
    }
    while (!seen[trail[position]! >> 1]) position--;
    pivot = trail[position--]!;
    open--;
    if (open === 0) break;
    clause = reason[pivot >> 1]!;
  }
  literals[0] = pivot ^ 1;
  const kept = shorten(solver, literals, used, ground);
  for (const variable of marked) seen[variable] = 0;
  if (used) {
    addGround(solver, ground, used);
    solver.finalClauses = used;
  }
  solver.bump *= 1 / 0.95;
  return ordered(solver, kept);
}

/** Drops literals whose reason lies within the clause itself. */
function shorten(solver: Solver, literals: number[], used: number[] | null, ground: number[]): number[] {
  const { arena, seen, level, reason } = solver;
  return literals.filter((literal, position) => {
    if (position === 0) return true;
    const clause = reason[literal >> 1]!;
    if (clause === noReason) return true;
    const end = clause + 2 + arena[clause]!;
    for (let k = clause + 2; k < end; k++) {
      const variable = arena[k]! >> 1;
      if (variable !== literal >> 1 && !seen[variable] && level[variable]! > 0) return true;
    }
    if (used) {
      used.push(clause);
      for (let k = clause + 2; k < end; k++) if (level[arena[k]! >> 1] === 0) ground.push(arena[k]! >> 1);
    }
    return false;
  });
}

function ordered(solver: Solver, literals: number[]): Lesson {
  const { level } = solver;
  const levels = new Set<number>();
  let highest = 1;
  for (let k = 0; k < literals.length; k++) {
    levels.add(level[literals[k]! >> 1]!);
    if (k > 1 && level[literals[k]! >> 1]! > level[literals[highest]! >> 1]!) highest = k;
  }
  if (literals.length === 1) return { literals, level: 0, glue: 1 };
  const swap = literals[1]!;
  literals[1] = literals[highest]!;
  literals[highest] = swap;
  return { literals, level: level[literals[1]! >> 1]!, glue: levels.size };
}

/** Adds the clauses that fixed these ground-level variables. */
export function addGround(solver: Solver, variables: number[], used: number[]): void {
  const { arena, reason } = solver;
  const done = new Set<number>();
  const stack = variables;
  while (stack.length > 0) {
    const variable = stack.pop()!;
    if (done.has(variable)) continue;
    done.add(variable);
    const clause = reason[variable]!;
    if (clause === noReason) continue;
    used.push(clause);
    const end = clause + 2 + arena[clause]!;
    for (let k = clause + 2; k < end; k++) if (arena[k]! >> 1 !== variable) stack.push(arena[k]! >> 1);
  }
}

function raiseActivity(solver: Solver, variable: number): void {
  const { activity } = solver;
  activity[variable] = activity[variable]! + solver.bump;
  if (activity[variable]! > 1e100) {
    for (let v = 0; v < solver.variables; v++) activity[v] = activity[v]! * 1e-100;
    solver.bump *= 1e-100;
  }
  solver.heap.raise(variable, activity);
}
