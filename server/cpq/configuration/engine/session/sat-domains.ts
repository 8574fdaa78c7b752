import type { Literal } from "../encoding/cnf.ts";
import { solve } from "../sat/solve.ts";
import { backtrack, type Solver } from "../sat/solver.ts";
import type { Prepared } from "./prepare.ts";

const witnessLimit = 96;

/**
 * For every visible literal, both ways: can it still be true? Exact. `possible[literal]` is 1 when some valid configuration that
 * keeps the assumptions has it. Null when the assumptions contradict each other.
 */
export function satDomains(prepared: Prepared, assumptions: readonly Literal[]): Uint8Array | null {
  const { solver, visible } = prepared;
  const possible = new Uint8Array(2 * solver.variables);
  const remember = (): void => {
    for (const literal of visible) possible[solver.values[literal] === 1 ? literal : literal ^ 1] = 1;
  };
  for (const witness of prepared.witnesses) {
    if (!assumptions.every((literal) => witness[literal >> 1] === ((literal & 1) ^ 1))) continue;
    for (const literal of visible) possible[2 * (literal >> 1) + (witness[literal >> 1]! ^ 1)] = 1;
  }
  if (!solve(solver, assumptions)) return null;
  remember();
  keepWitness(prepared);

  // What follows directly from the assumptions needs no search: its opposite is impossible.
  backtrack(solver, assumptions.length);
  const doubtful: Literal[] = [];
  for (const literal of visible) {
    for (const side of [literal, literal ^ 1]) if (possible[side] === 0 && solver.values[side] === 0) doubtful.push(side);
  }
  const attempt = [...assumptions, 0];
  let steer = true;
  for (const literal of doubtful) {
    if (possible[literal] === 1) continue;
    // Each search leans towards everything not yet seen, so that one answer settles many questions.
    if (steer) for (const other of doubtful) if (possible[other] === 0) solver.phase[other >> 1] = (other & 1) ^ 1;
    attempt[assumptions.length] = literal;
    steer = solve(solver, attempt);
    if (!steer) continue;
    remember();
    keepWitness(prepared);
  }
  return possible;
}

function keepWitness(prepared: Prepared): void {
  const { solver, witnesses } = prepared;
  const witness = new Uint8Array(solver.variables);
  for (let variable = 0; variable < solver.variables; variable++) witness[variable] = solver.values[2 * variable] === 1 ? 1 : 0;
  witnesses.push(witness);
  if (witnesses.length > witnessLimit) witnesses.shift();
}
