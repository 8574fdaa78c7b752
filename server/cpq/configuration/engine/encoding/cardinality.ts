import { addClause, type Cnf, FALSE, type Literal, negated, TRUE } from "./cnf.ts";
import { andGate, orGate } from "./gates.ts";

const pairwiseLimit = 5;

/** Given the owner: at least `min`; whatever the owner: at most `max` of the members (they all imply the owner). */
export function boundMembers(cnf: Cnf, owner: Literal, members: readonly Literal[], min: number, max: number): void {
  const n = members.length;
  if (min > n) return addClause(cnf, [negated(owner)]);
  if (min === n) {
    for (const member of members) addClause(cnf, [negated(owner), member]);
    return;
  }
  if (max === 0) {
    for (const member of members) addClause(cnf, [negated(member)]);
    return;
  }
  if (max === 1) return atMostOne(cnf, owner, members, min === 1);
  if (max >= n && min <= 1) {
    if (min === 1) addClause(cnf, [negated(owner), ...members]);
    return;
  }
  const atLeast = thresholds(cnf, members, Math.max(min, max >= n ? 0 : max + 1));
  if (min > 0) addClause(cnf, [negated(owner), atLeast[min]!]);
  if (max < n) addClause(cnf, [negated(atLeast[max + 1]!)]);
}

/** A short group is stated pairwise; a long one by a ladder of "one of the first i", which keeps the formula sparse. */
function atMostOne(cnf: Cnf, owner: Literal, members: readonly Literal[], required: boolean): void {
  if (members.length <= pairwiseLimit) {
    members.forEach((a, i) => members.slice(i + 1).forEach((b) => addClause(cnf, [negated(a), negated(b)])));
    if (required) addClause(cnf, [negated(owner), ...members]);
    return;
  }
  let some = members[0]!;
  for (const [i, member] of members.entries()) {
    if (i === 0) continue;
    addClause(cnf, [negated(some), negated(member)]);
    const last = i === members.length - 1;
    if (!last) some = orGate(cnf, [some, member]);
    else if (required) addClause(cnf, [negated(owner), some, member]);
  }
}

/** result[k] is equivalent to "at least k of the inputs", for k = 0..upTo. */
export function thresholds(cnf: Cnf, inputs: readonly Literal[], upTo: number): Literal[] {
  let row: Literal[] = [TRUE, ...Array.from({ length: upTo }, () => FALSE)];
  for (const input of inputs) {
    row = row.map((same, k) => (k === 0 ? TRUE : orGate(cnf, [same, andGate(cnf, [row[k - 1]!, input])])));
  }
  return row;
}
