import type { Literal } from "../encoding/cnf.ts";
import { propagate } from "../sat/propagate.ts";
import { decide, repair } from "../sat/repair.ts";
import { solve } from "../sat/solve.ts";
import { backtrack } from "../sat/solver.ts";
import type { Prepared } from "./prepare.ts";

/**
 * For every visible literal, both ways: can it still be true? Exact. `possible[literal]` is 1 when some valid configuration that
 * keeps the assumptions has it. Null when the assumptions contradict each other. One complete configuration is found, then
 * changed step by step until it has shown every literal that can be shown.
 */
export function satDomains(prepared: Prepared, assumptions: readonly Literal[]): Uint8Array | null {
  const { solver, index, children, encoded } = prepared;
  if (!solve(solver, assumptions)) return null;
  const variables = solver.variables;
  const witness = new Uint8Array(variables);
  const possible = new Uint8Array(2 * variables);
  for (let variable = 0; variable < variables; variable++) {
    const yes = solver.values[2 * variable] === 1;
    witness[variable] = yes ? 1 : 0;
    possible[2 * variable + (yes ? 0 : 1)] = 1;
  }
  backtrack(solver, assumptions.length);
  const settle = (): void => {
    if (propagate(solver) >= 0) throw new Error("sat: consistent assumptions became contradictory");
  };
  settle();

  /** Enters a world where the literal holds, if there is one; the caller leaves it again. */
  const enter = (literal: Literal): boolean => {
    const entered = decide(solver, literal) && repair(solver, index, witness, possible);
    if (!entered) settle();
    return entered;
  };
  /** Shows what can be selected below a feature. It stays selected meanwhile, so that each step below it is a small one. */
  const showBelow = (feature: number): void => {
    if (!prepared.below[feature]!.some((literal) => possible[literal] === 0 && solver.values[literal] === 0)) return;
    const literal = encoded.literals[feature]!;
    const depth = solver.levels.length;
    if (solver.values[literal] !== 1 && !enter(literal)) return;
    for (const option of encoded.values.get(feature)?.options ?? []) {
      if (possible[option.literal] === 0 && solver.values[option.literal] === 0 && enter(option.literal))
        backtrack(solver, solver.levels.length - 1);
    }
    for (const child of children[feature]!) showBelow(child);
    backtrack(solver, depth);
  };
  showBelow(0);
  for (const literal of prepared.visible) {
    const off = literal ^ 1;
    if (possible[off] === 0 && solver.values[off] === 0 && enter(off)) backtrack(solver, assumptions.length);
  }
  return possible;
}
