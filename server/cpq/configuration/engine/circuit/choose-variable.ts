import type { Solver } from "../sat/solver.ts";
import type { Component } from "./components.ts";

/** The variable to branch on in a component, or -1 when something in it is already decided and it should be split first. */
export type VariableChooser = (component: Component, solver: Solver) => number;

/**
 * Separators first (by depth in the tree decomposition); among those of like depth, the variable in most unsatisfied clauses, and
 * one that conflicts have pointed at. Without the second part, wide separators are cut in an order that leaves them connected.
 */
export function variableChooser(clauses: readonly (readonly number[])[], depth: Int32Array): VariableChooser {
  const variables = depth.length;
  const near: number[][] = Array.from({ length: variables }, () => []);
  const long: (readonly number[])[] = [];
  for (const clause of clauses) {
    if (clause.length > 2) long.push(clause);
    else {
      near[clause[0]! >> 1]!.push(clause[1]! >> 1);
      near[clause[1]! >> 1]!.push(clause[0]! >> 1);
    }
  }
  const uses = new Int32Array(variables);
  return (component, solver) => {
    const { values, activity } = solver;
    for (const variable of component.variables) {
      if (values[2 * variable] !== 0) return -1;
      let open = 0;
      for (const other of near[variable]!) if (values[2 * other] === 0) open++;
      uses[variable] = open;
    }
    for (const clause of component.clauses) {
      const literals = long[clause]!;
      if (literals.some((literal) => values[literal] === 1)) continue;
      for (const literal of literals) if (values[literal] === 0) uses[literal >> 1] = uses[literal >> 1]! + 1;
    }
    let mostUsed = 1;
    let mostActive = Number.MIN_VALUE;
    for (const variable of component.variables) {
      mostUsed = Math.max(mostUsed, uses[variable]!);
      mostActive = Math.max(mostActive, activity[variable]!);
    }
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const variable of component.variables) {
      const score = uses[variable]! / mostUsed + activity[variable]! / mostActive - depth[variable]!;
      if (score <= bestScore) continue;
      best = variable;
      bestScore = score;
    }
    return best;
  };
}
