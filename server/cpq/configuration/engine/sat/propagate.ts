import { enqueue, type Solver } from "./solver.ts";

/** Draws every direct consequence of the trail. Returns a contradicted clause, or -1. */
export function propagate(solver: Solver): number {
  const { values, trail, watches, pairs } = solver;
  const arena = solver.arena;
  while (solver.head < solver.trailSize) {
    const literal = trail[solver.head++]!;
    const two = pairs[literal]!;
    for (let i = 0; i < two.length; i += 2) {
      const other = two[i]!;
      const value = values[other]!;
      if (value === 0) enqueue(solver, other, two[i + 1]!);
      else if (value < 0) {
        solver.head = solver.trailSize;
        return two[i + 1]!;
      }
    }
    const list = watches[literal]!;
    const falsified = literal ^ 1;
    const end = list.length;
    let kept = 0;
    let i = 0;
    next: while (i < end) {
      const clause = list[i]!;
      const blocker = list[i + 1]!;
      i += 2;
      if (values[blocker] === 1) {
        list[kept++] = clause;
        list[kept++] = blocker;
        continue;
      }
      const first = clause + 2;
      if (arena[first] === falsified) {
        arena[first] = arena[first + 1]!;
        arena[first + 1] = falsified;
      }
      const other = arena[first]!;
      if (other !== blocker && values[other] === 1) {
        list[kept++] = clause;
        list[kept++] = other;
        continue;
      }
      const last = first + arena[clause]!;
      for (let k = first + 2; k < last; k++) {
        const candidate = arena[k]!;
        if (values[candidate]! >= 0) {
          arena[first + 1] = candidate;
          arena[k] = falsified;
          watches[candidate ^ 1]!.push(clause, other);
          continue next;
        }
      }
      list[kept++] = clause;
      list[kept++] = other;
      if (values[other]! < 0) {
        while (i < end) list[kept++] = list[i++]!;
        list.length = kept;
        solver.head = solver.trailSize;
        return clause;
      }
      enqueue(solver, other, clause);
    }
    list.length = kept;
  }
  return -1;
}
