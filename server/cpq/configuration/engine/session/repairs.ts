import type { Literal } from "../encoding/cnf.ts";
import { solve } from "../sat/solve.ts";
import type { Prepared } from "./prepare.ts";

const rounds = 2000;

/**
 * The smallest sets of choices to give up so that the rest, with the wanted literals, can be completed: fewest first, at most
 * `limit`, none containing another. Positions refer to `choices`. Empty when nothing helps.
 */
export function smallestRepairs(
  prepared: Prepared,
  wanted: readonly Literal[],
  choices: readonly Literal[],
  limit: number,
): number[][] {
  const found: number[][] = [];
  const cores: number[][] = [];
  for (let size = 0; size <= choices.length && found.length < limit; size++) {
    for (let round = 0; round < rounds && found.length < limit; round++) {
      const drop = hittingSet(cores, size, found);
      if (drop === null) break;
      const given = new Set(drop);
      const kept = choices.filter((_, position) => !given.has(position));
      if (solve(prepared.solver, [...wanted, ...kept])) {
        if (drop.length > 0) found.push(drop);
        else return [];
        continue;
      }
      const core = new Set(prepared.solver.core);
      const blamed = [...choices.keys()].filter((position) => !given.has(position) && core.has(choices[position]!));
      if (blamed.length === 0) return [];
      cores.push(blamed);
    }
  }
  return found;
}

/** A set of exactly `size` positions that meets every core and contains no repair already found; null when there is none. */
function hittingSet(cores: readonly number[][], size: number, found: readonly number[][]): number[] | null {
  const chosen: number[] = [];
  const visit = (): number[] | null => {
    if (found.some((repair) => repair.every((position) => chosen.includes(position)))) return null;
    const missed = cores.find((core) => !core.some((position) => chosen.includes(position)));
    if (!missed) return chosen.length === size ? [...chosen].sort((a, b) => a - b) : null;
    if (chosen.length === size) return null;
    for (const position of missed) {
      chosen.push(position);
      const complete = visit();
      chosen.pop();
      if (complete) return complete;
    }
    return null;
  };
  return visit();
}
