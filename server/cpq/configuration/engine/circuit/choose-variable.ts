import type { Solver } from "../sat/solver.ts";
import type { Component } from "./components.ts";
import type { FormulaGraph } from "./formula-graph.ts";

/** The variable to branch on in a component, or -1 when something in it is already decided and it should be split first. */
export type VariableChooser = (component: Component, solver: Solver) => number;

/**
 * Separators first (by depth in the tree decomposition); among those of like depth, the variable in most unsatisfied clauses, and
 * one that conflicts have pointed at. Without the second part, wide separators are cut in an order that leaves them connected.
 */
export function variableChooser(graph: FormulaGraph, depth: Int32Array): VariableChooser {
  const { near, long } = graph;
  const uses = new Int32Array(graph.variables);
  return (component, solver) => {
    const { values, activity } = solver;
    const { variables, clauses } = component;
    for (let i = 0; i < variables.length; i++) {
      const variable = variables[i]!;
      if (values[2 * variable] !== 0) return -1;
      let open = 0;
      for (let k = near.from[variable]!; k < near.from[variable + 1]!; k++) if (values[2 * near.list[k]!] === 0) open++;
      uses[variable] = open;
    }
    for (let i = 0; i < clauses.length; i++) {
      const first = long.from[clauses[i]!]!;
      const last = long.from[clauses[i]! + 1]!;
      let k = first;
      while (k < last && values[long.list[k]!] !== 1) k++;
      if (k < last) continue;
      for (k = first; k < last; k++) if (values[long.list[k]!] === 0) uses[long.list[k]! >> 1]!++;
    }
    let mostUsed = 1;
    let mostActive = Number.MIN_VALUE;
    for (let i = 0; i < variables.length; i++) {
      const variable = variables[i]!;
      if (uses[variable]! > mostUsed) mostUsed = uses[variable]!;
      if (activity[variable]! > mostActive) mostActive = activity[variable]!;
    }
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < variables.length; i++) {
      const variable = variables[i]!;
      const score = uses[variable]! / mostUsed + activity[variable]! / mostActive - depth[variable]!;
      if (score <= bestScore) continue;
      best = variable;
      bestScore = score;
    }
    return best;
  };
}
