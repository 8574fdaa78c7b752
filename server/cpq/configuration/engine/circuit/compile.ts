import { addClauseTo } from "../sat/add-clause.ts";
import { forgetLessons } from "../sat/forget-lessons.ts";
import { indexClauses } from "../sat/clause-index.ts";
import { propagate } from "../sat/propagate.ts";
import { decide, repair } from "../sat/repair.ts";
import { solve } from "../sat/solve.ts";
import { backtrack, createSolver } from "../sat/solver.ts";
import { literalBundler } from "./bundle-literals.ts";
import type { Circuit } from "./circuit.ts";
import { variableChooser } from "./choose-variable.ts";
import { circuitBuilder } from "./circuit-builder.ts";
import { componentCache } from "./component-cache.ts";
import { type Component, componentSplitter } from "./components.ts";
import { formulaGraph } from "./formula-graph.ts";
import { separatorDepths } from "./separator-depths.ts";
import { listSharer } from "./share-lists.ts";
import type { Simplified } from "./simplify.ts";

export interface Budget {
  timeMs: number;
  /** Largest number of items the circuit may have. */
  items: number;
}

export type Compiled = { circuit: Circuit; reason: null } | { circuit: null; reason: string };

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

const cacheLimit = 60_000_000;

/**
 * Compiles clauses into a circuit by branching (exhaustive search with clause learning, splitting into independent parts and
 * remembering each part). Every branch is first proven completable, so no work is spent on, and nothing remembered from,
 * contradictory branches. `now` is the clock the time budget is read from, in milliseconds.
 */
export function compile(simplified: Simplified, fingerprint: number, budget: Budget, now: () => number): Compiled {
  const { variables, clauses, image } = simplified;
  const deadline = now() + budget.timeMs;
  const empty = {
    variables,
    branchesFrom: new Int32Array(1),
    itemsFrom: new Int32Array(1),
    items: new Int32Array(0),
    image,
    fingerprint,
  };
  if (clauses.some((clause) => clause.length === 0)) return { circuit: { ...empty, satisfiable: false }, reason: null };

  const solver = createSolver(variables);
  for (const clause of clauses) addClauseTo(solver, clause, 0);
  if (!solve(solver, [])) return { circuit: { ...empty, satisfiable: false }, reason: null };
  const witness = Uint8Array.from({ length: variables }, (_, variable) => (solver.values[2 * variable] === 1 ? 1 : 0));
  backtrack(solver, 0);

  const graph = formulaGraph(variables, clauses);
  const choose = variableChooser(graph, separatorDepths(variables, clauses).depth);
  const index = indexClauses(variables, clauses);
  const split = componentSplitter(graph);
  const cache = componentCache(cacheLimit);
  const builder = circuitBuilder();
  const bundle = literalBundler(builder, variables, clauses);
  const share = listSharer(builder, variables);
  const nodeBase = 3 * variables;

  const open = (component: Component): Frame => {
    // Where something already follows, -1: the component is split before deciding.
    const variable = choose(component, solver);
    const first = variable < 0 ? [] : [2 * variable + witness[variable]!, 2 * variable + (witness[variable]! ^ 1)];
    return { component, level: solver.levels.length, variable, branches: [], waiting: first, items: [], parts: [] };
  };
  const spread = (frame: Frame): void => {
    const { literals, free, parts } = split(frame.component, solver.values);
    frame.items = share([...bundle(literals), ...free.map((variable) => ({ variable, item: 2 * variables + variable }))]);
    frame.parts = parts.sort((a, b) => b.variables.length - a.variables.length);
  };
  /** Enters the next completable branch. False when none is left. */
  const advance = (frame: Frame): boolean => {
    while (frame.waiting.length > 0) {
      const literal = frame.waiting.pop()!;
      const likely = witness[frame.variable] === ((literal & 1) ^ 1) && frame.waiting.length === 1;
      if (!decide(solver, literal)) settle();
      else if (likely || repair(solver, index, witness)) {
        spread(frame);
        return true;
      } else settle();
    }
    return false;
  };
  const settle = (): void => {
    if (propagate(solver) >= 0) throw new Error("circuit: a branch proven completable became contradictory");
  };

  const all: Component = {
    variables: Int32Array.from({ length: variables }, (_, variable) => variable),
    clauses: Int32Array.from({ length: graph.long.from.length - 1 }, (_, clause) => clause),
  };
  let rootNode = -1;
  const first: Frame = { ...open(all), variable: -1, waiting: [] };
  spread(first);
  const stack: Frame[] = [first];
  for (let steps = 1; stack.length > 0; steps++) {
    if ((steps & 255) === 1) {
      if (now() > deadline) return { circuit: null, reason: `not compiled within ${budget.timeMs} ms` };
      if (builder.size() > budget.items) return { circuit: null, reason: `larger than ${budget.items} items` };
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
    frame.branches.push(frame.items);
    backtrack(solver, frame.level);
    if (frame.variable >= 0 && advance(frame)) continue;
    stack.pop();
    const node = builder.node(frame.branches);
    if (stack.length === 0) rootNode = node;
    else {
      cache.store(frame.component.variables, frame.component.clauses, node);
      stack.at(-1)!.items.push(nodeBase + node);
    }
  }
  if (rootNode < 0) throw new Error("circuit: no root");
  return {
    circuit: { variables, ...builder.finish(), image, fingerprint, satisfiable: true },
    reason: null,
  };
}
