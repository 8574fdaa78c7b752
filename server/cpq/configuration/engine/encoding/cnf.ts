import type { Reason } from "../types.ts";

/** A literal is 2 * variable, plus 1 when negated; variable 0 is the constant true. */
export type Literal = number;
export const TRUE: Literal = 0;
export const FALSE: Literal = 1;
export const negated = (literal: Literal): Literal => literal ^ 1;
export const variableOf = (literal: Literal): number => literal >> 1;

/** Clauses that stand or fall together as one reason of an explanation. */
export interface ClauseGroup {
  reason: Reason;
  clauses: Literal[][];
}

/**
 * A formula under construction. Auxiliary variables are always defined by an equivalence, never by an implication alone:
 * each configuration then extends to exactly one assignment, so the number of models stays the number of configurations.
 */
export interface Cnf {
  variables: number;
  groups: ClauseGroup[];
}

export function emptyCnf(): Cnf {
  return { variables: 1, groups: [] };
}

export function newVariable(cnf: Cnf): Literal {
  return 2 * cnf.variables++;
}

/** Clauses added from now on belong to this reason. */
export function openGroup(cnf: Cnf, reason: Reason): void {
  cnf.groups.push({ reason, clauses: [] });
}

/** Adds a clause to the open group, without constants and repeats; a clause that is always true is left out. */
export function addClause(cnf: Cnf, literals: readonly Literal[]): void {
  const kept: Literal[] = [];
  for (const literal of literals) {
    if (literal === TRUE || kept.includes(negated(literal))) return;
    if (literal !== FALSE && !kept.includes(literal)) kept.push(literal);
  }
  cnf.groups.at(-1)!.clauses.push(kept);
}
