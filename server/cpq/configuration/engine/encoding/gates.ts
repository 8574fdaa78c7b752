import { addClause, type Cnf, FALSE, type Literal, negated, newVariable, TRUE } from "./cnf.ts";

/** A literal equivalent to the conjunction. */
export function andGate(cnf: Cnf, inputs: readonly Literal[]): Literal {
  const kept = [...new Set(inputs)].filter((literal) => literal !== TRUE);
  if (kept.some((literal) => literal === FALSE || kept.includes(negated(literal)))) return FALSE;
  if (kept.length === 0) return TRUE;
  if (kept.length === 1) return kept[0]!;
  const out = newVariable(cnf);
  for (const literal of kept) addClause(cnf, [negated(out), literal]);
  addClause(cnf, [out, ...kept.map(negated)]);
  return out;
}

/** A literal equivalent to the disjunction. */
export function orGate(cnf: Cnf, inputs: readonly Literal[]): Literal {
  return negated(andGate(cnf, inputs.map(negated)));
}

/** A literal equivalent to "both the same". */
export function iffGate(cnf: Cnf, a: Literal, b: Literal): Literal {
  if (a === TRUE) return b;
  if (a === FALSE) return negated(b);
  if (b === TRUE) return a;
  if (b === FALSE) return negated(a);
  if (a === b) return TRUE;
  if (a === negated(b)) return FALSE;
  const out = newVariable(cnf);
  addClause(cnf, [negated(out), negated(a), b]);
  addClause(cnf, [negated(out), a, negated(b)]);
  addClause(cnf, [out, a, b]);
  addClause(cnf, [out, negated(a), negated(b)]);
  return out;
}

/** A literal equivalent to "condition ? yes : no". */
export function chooseGate(cnf: Cnf, condition: Literal, yes: Literal, no: Literal): Literal {
  if (condition === TRUE || yes === no) return yes;
  if (condition === FALSE) return no;
  if (yes === TRUE) return orGate(cnf, [condition, no]);
  if (yes === FALSE) return andGate(cnf, [negated(condition), no]);
  if (no === TRUE) return orGate(cnf, [negated(condition), yes]);
  if (no === FALSE) return andGate(cnf, [condition, yes]);
  const out = newVariable(cnf);
  addClause(cnf, [negated(out), negated(condition), yes]);
  addClause(cnf, [negated(out), condition, no]);
  addClause(cnf, [out, negated(condition), negated(yes)]);
  addClause(cnf, [out, condition, negated(no)]);
  return out;
}
