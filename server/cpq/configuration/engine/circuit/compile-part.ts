import { addClauseTo } from "../sat/add-clause.ts";
import { indexClauses } from "../sat/clause-index.ts";
import { forgetLessons } from "../sat/forget-lessons.ts";
import { propagate } from "../sat/propagate.ts";
import { decide, repair } from "../sat/repair.ts";
import { solve } from "../sat/solve.ts";
import { backtrack, createSolver } from "../sat/solver.ts";
import { variableChooser } from "./choose-variable.ts";
import type { CircuitBuilder } from "./circuit-builder.ts";
import { componentCache } from "./component-cache.ts";
import { type Component, componentSplitter } from "./components.ts";
import { formulaGraph } from "./formula-graph.ts";
import { separatorDepths } from "./separator-depths.ts";

/** One component being compiled: which branch it is in, and which independent parts of that branch are still to do. */
interface Frame {
  component: Component;
  level: number;
  /** -1: nothing left to decide, only to split. */
  variable: number;
  branches: number[][];
  /** Branches still to try, as literals; the last one is next. */
  waiting: number[];
  items: number[];
  parts: Component[];
}

export interface PartCompiler {
  /** False when the clauses are contradictory: then nothing can be compiled. */
  satisfiable: boolean;
  /** The items of a component under the given literal (or none); null when the literal is impossible. */
  compile(component: Component, given: number): number[] | null;
  /** Adds a clause of one literal, found out on the way. */
  fix(literal: number): void;
}

const cacheLimit = 60_000_000;

/**
 * Compiles independent parts of a formula by branching: exhaustive search with clause learning, splitting into components and
 * remembering each. Every branch is first proven completable, so no work is spent on contradictory branches and nothing is
 * remembered from them. `write` turns literals and free variables of a branch into items; `tick` is called now and then.
 */
export function partCompiler(
  variables: number,
  clauses: readonly (readonly number[])[],
  nodeBase: number,
  builder: CircuitBuilder,
  write: (literals: readonly number[], free: readonly number[]) => number[],
  tick: () => void,
): PartCompiler {
  const solver = createSolver(variables);
  for (const clause of clauses) addClauseTo(solver, clause, 0);
  const satisfiable = solve(solver, []);
  const witness = Uint8Array.from({ length: variables }, (_, variable) => (solver.values[2 * variable] === 1 ? 1 : 0));
  backtrack(solver, 0);
  const graph = formulaGraph(variables, clauses);
  const choose = variableChooser(graph, separatorDepths(variables, clauses).depth);
  const index = indexClauses(variables, clauses);
  const split = componentSplitter(graph);
  const cache = componentCache(cacheLimit);
  let steps = 0;

  const open = (component: Component): Frame => {
    // Where something already follows, -1: the component is split before deciding.
    const variable = choose(component, solver);
    const first = variable < 0 ? [] : [2 * variable + witness[variable]!, 2 * variable + (witness[variable]! ^ 1)];
    return { component, level: solver.levels.length, variable, branches: [], waiting: first, items: [], parts: [] };
  };
  const spread = (frame: Frame): void => {
    const { literals, free, parts } = split(frame.component, solver.values);
    frame.items = write(literals, free);
    frame.parts = parts.sort((a, b) => b.variables.length - a.variables.length);
  };
  const settle = (): void => {
    if (propagate(solver) >= 0) throw new Error("circuit: a branch proven completable became contradictory");
  };
  /** Enters the next completable branch. False when none is left. */
  const advance = (frame: Frame): boolean => {
    while (frame.waiting.length > 0) {
      const literal = frame.waiting.pop()!;
      const likely = witness[frame.variable] === ((literal & 1) ^ 1) && frame.waiting.length === 1;
      if (decide(solver, literal) && (likely || repair(solver, index, witness))) {
        spread(frame);
        return true;
      }
      settle();
    }
    return false;
  };
  const run = (first: Frame): number[] => {
    spread(first);
    const stack: Frame[] = [first];
    for (;;) {
      if ((steps++ & 255) === 0) {
        tick();
        if ((steps & 4095) === 1) forgetLessons(solver);
      }
      const frame = stack.at(-1)!;
      const part = frame.parts.pop();
      if (part) {
        const known = cache.find(part.variables, part.clauses);
        if (known >= 0) frame.items.push(nodeBase + known);
        else {
          const next = open(part);
          if (next.variable < 0) spread(next);
          else if (!advance(next)) throw new Error("circuit: a part proven completable has no branch");
          stack.push(next);
        }
        continue;
      }
      if (stack.length === 1) return frame.items;
      frame.branches.push(frame.items);
      backtrack(solver, frame.level);
      if (frame.variable >= 0 && advance(frame)) continue;
      stack.pop();
      const node = builder.node(frame.branches);
      cache.store(frame.component.variables, frame.component.clauses, node);
      stack.at(-1)!.items.push(nodeBase + node);
    }
  };

  return {
    satisfiable,
    compile(component, given) {
      if (given >= 0 && !(decide(solver, given) && repair(solver, index, witness))) {
        settle();
        return null;
      }
      const first: Frame = {
        component,
        level: solver.levels.length,
        variable: -1,
        branches: [],
        waiting: [],
        items: [],
        parts: [],
      };
      const items = run(first);
      backtrack(solver, 0);
      return items;
    },
    fix(literal) {
      addClauseTo(solver, [literal], 0);
      // The witness must agree with everything that holds.
      if (witness[literal >> 1] === ((literal & 1) ^ 1)) return;
      if (!solve(solver, [])) throw new Error("circuit: a consistent formula became contradictory");
      for (let variable = 0; variable < variables; variable++) witness[variable] = solver.values[2 * variable] === 1 ? 1 : 0;
      backtrack(solver, 0);
    },
  };
}
