import type { Literal } from "../encoding/cnf.ts";
import { addClauseTo } from "../sat/add-clause.ts";
import { solve } from "../sat/solve.ts";
import { createSolver } from "../sat/solver.ts";
import { traceOrigins } from "../sat/trace-origins.ts";
import type { Prepared } from "./prepare.ts";

/** Assumptions and clause groups that cannot hold together. */
export interface Core {
  literals: Literal[];
  groups: number[];
}

/**
 * A subset-minimal contradiction among the assumptions and the reasons of the model, or null when there is none. `fixed`
 * literals always stay. Reasons are tried last, so that as few choices as possible are blamed.
 */
export function minimalCore(prepared: Prepared, assumptions: readonly Literal[], fixed: readonly Literal[]): Core | null {
  const tracer = prepared.tracer();
  if (solve(tracer, [...fixed, ...assumptions])) return null;
  const isFixed = new Set(fixed);
  const groups = traceOrigins(tracer);
  let core: Core = {
    literals: tracer.core.filter((literal) => !isFixed.has(literal)),
    groups: [...groups].sort((a, b) => a - b),
  };
  const needed = { literals: new Set<Literal>(), groups: new Set<number>([0]) };
  core = refute(prepared, core, fixed) ?? core;
  for (;;) {
    const literal = core.literals.find((candidate) => !needed.literals.has(candidate));
    const group = literal === undefined ? core.groups.find((candidate) => !needed.groups.has(candidate)) : undefined;
    if (literal === undefined && group === undefined) break;
    const without: Core = {
      literals: core.literals.filter((candidate) => candidate !== literal),
      groups: core.groups.filter((candidate) => candidate !== group),
    };
    const smaller = refute(prepared, without, fixed);
    if (smaller) core = smaller;
    else if (literal !== undefined) needed.literals.add(literal);
    else needed.groups.add(group!);
  }
  return { literals: core.literals, groups: core.groups.filter((group) => group !== 0) };
}

/** When these alone are contradictory, the part of them a refutation uses; otherwise null. */
function refute(prepared: Prepared, core: Core, fixed: readonly Literal[]): Core | null {
  const local = new Map<number, number>();
  const rename = (literal: Literal): Literal => {
    let variable = local.get(literal >> 1);
    if (variable === undefined) local.set(literal >> 1, (variable = local.size));
    return 2 * variable + (literal & 1);
  };
  const clauses = core.groups.map((group) => prepared.encoded.cnf.groups[group]!.clauses.map((clause) => clause.map(rename)));
  const assumptions = [...fixed, ...core.literals];
  const renamed = assumptions.map(rename);
  const solver = createSolver(local.size, { trace: true });
  clauses.forEach((list, i) => {
    for (const clause of list) addClauseTo(solver, clause, core.groups[i]!);
  });
  if (solve(solver, renamed)) return null;
  const used = new Set(solver.core);
  const origins = traceOrigins(solver);
  return {
    literals: core.literals.filter((literal) => used.has(rename(literal))),
    groups: core.groups.filter((group) => origins.has(group)),
  };
}
