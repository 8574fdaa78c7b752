import type { Literal } from "../encoding/cnf.ts";
import { propagate } from "../sat/propagate.ts";
import { decide, repair } from "../sat/repair.ts";
import { solve } from "../sat/solve.ts";
import { backtrack } from "../sat/solver.ts";
import type { Prepared } from "../session/prepare.ts";

/**
 * Features offered as a choice that are no choice: their group does not ask for them, yet no valid configuration has the parent
 * without them. Dead features are left out. Ids in model order.
 */
export function falseOptional(prepared: Prepared): string[] {
  const { solver, index, encoded, children } = prepared;
  const { model, literals } = encoded;
  if (!solve(solver, [])) return [];
  const witness = Uint8Array.from({ length: solver.variables }, (_, variable) => (solver.values[2 * variable] === 1 ? 1 : 0));
  backtrack(solver, 0);
  const asked = new Set<number>();
  for (const group of model.groups)
    if (group.min >= group.members.length)
      for (const member of group.members) if (!model.features[member]!.startsAtZero) asked.add(member);
  const found: number[] = [];
  const enter = (literal: Literal): boolean => {
    const entered = decide(solver, literal) && repair(solver, index, witness);
    if (!entered && propagate(solver) >= 0) throw new Error("sat: a consistent model became contradictory");
    return entered;
  };
  const visit = (feature: number): void => {
    if (children[feature]!.length === 0) return;
    const depth = solver.levels.length;
    if (!enter(literals[feature]!)) return;
    for (const child of children[feature]!) {
      const { instance, copies } = model.features[child]!;
      if (!asked.has(child) && instance === null && copies.length === 0 && solver.values[literals[child]!] !== -1) {
        if (enter(literals[child]! ^ 1)) backtrack(solver, depth + 1);
        else found.push(child);
      }
      visit(child);
    }
    backtrack(solver, depth);
  };
  visit(0);
  return found.sort((a, b) => a - b).map((feature) => model.features[feature]!.id);
}
