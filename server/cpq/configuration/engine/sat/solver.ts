import { createHeap, type VariableHeap } from "./variable-heap.ts";

/**
 * A conflict-driven clause-learning solver as plain data; the functions beside this file work on it. Literals are
 * 2 * variable + sign. `values` is per literal: 1 true, -1 false, 0 open. A clause lives in `arena` as
 * [size, tag, literals...]; tag >= 0 is the origin of a given clause, tag < 0 marks a learned one (-1 - its glue).
 */
export interface Solver {
  variables: number;
  values: Int8Array;
  level: Int32Array;
  reason: Int32Array;
  phase: Uint8Array;
  activity: Float64Array;
  seen: Uint8Array;
  trail: Int32Array;
  trailSize: number;
  head: number;
  /** Trail size at the start of each decision level. */
  levels: number[];
  arena: Int32Array;
  arenaSize: number;
  clauses: number[];
  learned: number[];
  /** Per literal: pairs (clause, blocker) of the long clauses watching its negation. */
  watches: number[][];
  /** Per literal: pairs (other literal, clause) of the two-literal clauses containing its negation. */
  pairs: number[][];
  heap: VariableHeap;
  bump: number;
  /** False once the clauses alone are contradictory. */
  consistent: boolean;
  /** With tracing, the clauses each learned clause was derived from, so that a proof can be walked back to its origins. */
  proof: Map<number, Int32Array> | null;
  /** After "unsatisfiable" with tracing: clauses of the final conflict. */
  finalClauses: number[];
  /** After "unsatisfiable": the assumptions that took part. */
  core: number[];
  conflicts: number;
  /** The assumptions now standing as the first decision levels, so that the next call can reuse them. */
  assumed: number[];
}

export const noReason = -1;

export function createSolver(variables: number, options: { trace?: boolean } = {}): Solver {
  const solver: Solver = {
    variables,
    values: new Int8Array(2 * variables),
    level: new Int32Array(variables),
    reason: new Int32Array(variables).fill(noReason),
    phase: new Uint8Array(variables),
    activity: new Float64Array(variables),
    seen: new Uint8Array(variables),
    trail: new Int32Array(variables + 1),
    trailSize: 0,
    head: 0,
    levels: [],
    arena: new Int32Array(1 << 14),
    arenaSize: 0,
    clauses: [],
    learned: [],
    watches: Array.from({ length: 2 * variables }, () => []),
    pairs: Array.from({ length: 2 * variables }, () => []),
    heap: createHeap(variables),
    bump: 1,
    consistent: true,
    proof: options.trace ? new Map() : null,
    finalClauses: [],
    core: [],
    conflicts: 0,
    assumed: [],
  };
  solver.heap.fill(solver.activity, variables);
  return solver;
}

export function grow(solver: Solver, variables: number): void {
  const before = solver.variables;
  if (variables <= before) return;
  const capacity = solver.level.length;
  if (variables > capacity) {
    const size = Math.max(variables, 2 * capacity);
    const wider = <A extends Int8Array | Uint8Array | Int32Array | Float64Array>(old: A, next: A): A => (next.set(old), next);
    solver.values = wider(solver.values, new Int8Array(2 * size));
    solver.level = wider(solver.level, new Int32Array(size));
    solver.reason = wider(solver.reason, new Int32Array(size).fill(noReason));
    solver.phase = wider(solver.phase, new Uint8Array(size));
    solver.activity = wider(solver.activity, new Float64Array(size));
    solver.seen = wider(solver.seen, new Uint8Array(size));
    solver.trail = wider(solver.trail, new Int32Array(size + 1));
    solver.heap.grow(size);
  }
  solver.variables = variables;
  while (solver.watches.length < 2 * variables) {
    solver.watches.push([]);
    solver.pairs.push([]);
  }
  for (let variable = before; variable < variables; variable++) solver.heap.insert(variable, solver.activity);
}

/** Stores a clause of at least one literal; the caller puts the two literals to watch first. */
export function storeClause(solver: Solver, literals: ArrayLike<number>, tag: number): number {
  const size = literals.length;
  if (solver.arenaSize + size + 2 > solver.arena.length) {
    const wider = new Int32Array(Math.max(2 * solver.arena.length, solver.arenaSize + size + 2));
    wider.set(solver.arena);
    solver.arena = wider;
  }
  const clause = solver.arenaSize;
  const arena = solver.arena;
  arena[clause] = size;
  arena[clause + 1] = tag;
  for (let k = 0; k < size; k++) arena[clause + 2 + k] = literals[k]!;
  solver.arenaSize += size + 2;
  (tag < 0 ? solver.learned : solver.clauses).push(clause);
  if (size >= 2) watch(solver, clause);
  return clause;
}

export function watch(solver: Solver, clause: number): void {
  const { arena } = solver;
  const a = arena[clause + 2]!;
  const b = arena[clause + 3]!;
  if (arena[clause] === 2) {
    solver.pairs[a ^ 1]!.push(b, clause);
    solver.pairs[b ^ 1]!.push(a, clause);
  } else {
    solver.watches[a ^ 1]!.push(clause, b);
    solver.watches[b ^ 1]!.push(clause, a);
  }
}

export function enqueue(solver: Solver, literal: number, reason: number): void {
  const variable = literal >> 1;
  solver.values[literal] = 1;
  solver.values[literal ^ 1] = -1;
  solver.level[variable] = solver.levels.length;
  solver.reason[variable] = reason;
  solver.trail[solver.trailSize++] = literal;
}

/** Undoes every decision above a level; phases remember what was undone. */
export function backtrack(solver: Solver, level: number): void {
  if (solver.levels.length <= level) return;
  const { trail, values, phase, heap, activity } = solver;
  const keep = solver.levels[level]!;
  for (let i = solver.trailSize - 1; i >= keep; i--) {
    const literal = trail[i]!;
    const variable = literal >> 1;
    values[literal] = 0;
    values[literal ^ 1] = 0;
    phase[variable] = (literal & 1) ^ 1;
    if (!heap.has(variable)) heap.insert(variable, activity);
  }
  solver.trailSize = keep;
  solver.head = keep;
  solver.levels.length = level;
  if (solver.assumed.length > level) solver.assumed.length = level;
}
