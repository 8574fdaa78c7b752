/**
 * A smaller formula with the same models: what is fixed is taken out, literals that always agree become one variable, and
 * clauses that follow from a shorter one go. Nothing is eliminated that could change the number of models.
 */
export interface Simplified {
  /** Variables left, renumbered from 0. */
  variables: number;
  clauses: number[][];
  /** Per original variable: `fixedTrue`, `fixedFalse`, or the literal of the new formula it equals. */
  image: Int32Array;
}

export const fixedTrue = -1;
export const fixedFalse = -2;

/** Contradictory clauses give the single empty clause. `known` are literals already proven true in every model. */
export function simplify(variables: number, given: readonly (readonly number[])[], known: readonly number[]): Simplified {
  // Union of equal literals: `same[literal]` points towards its representative; `truth` is per representative variable.
  const same = Int32Array.from({ length: 2 * variables }, (_, literal) => literal);
  const truth = new Int8Array(variables);
  const find = (literal: number): number => {
    let at = literal;
    while (same[at] !== at) {
      same[at] = same[same[at]!]!;
      at = same[at]!;
    }
    return at;
  };
  const valueOf = (literal: number): number => (literal & 1 ? -truth[literal >> 1]! : truth[literal >> 1]!);
  const fix = (literal: number): void => {
    const top = find(literal);
    truth[top >> 1] = top & 1 ? -1 : 1;
  };
  for (const literal of known) fix(literal);

  let clauses: number[][] = given.map((clause) => [...clause]);
  for (let changed = true; changed; ) {
    changed = false;
    const next: number[][] = [];
    for (const clause of clauses) {
      const kept: number[] = [];
      let satisfied = false;
      for (const literal of clause) {
        const top = find(literal);
        const value = valueOf(top);
        if (value > 0 || kept.includes(top ^ 1)) {
          satisfied = true;
          break;
        }
        if (value === 0 && !kept.includes(top)) kept.push(top);
      }
      if (satisfied) continue;
      if (kept.length === 0) return { variables: 0, clauses: [[]], image: new Int32Array(variables).fill(fixedFalse) };
      if (kept.length === 1) {
        fix(kept[0]!);
        changed = true;
      } else next.push(kept);
    }
    clauses = next;
    if (changed) continue;
    if (mergeEquals(variables, clauses, find, same)) changed = true;
  }
  clauses = withoutSubsumed(variables, clauses);

  const image = new Int32Array(variables);
  const number = new Int32Array(variables).fill(-1);
  let count = 0;
  for (let variable = 0; variable < variables; variable++) {
    const top = find(2 * variable);
    const value = valueOf(top);
    if (value !== 0) {
      image[variable] = value > 0 ? fixedTrue : fixedFalse;
      continue;
    }
    if (number[top >> 1]! < 0) number[top >> 1] = count++;
    image[variable] = 2 * number[top >> 1]! + (top & 1);
  }
  const rename = (literal: number): number => 2 * number[literal >> 1]! + (literal & 1);
  return { variables: count, clauses: clauses.map((clause) => clause.map(rename)), image };
}

/** Literals on one cycle of implications are equal. Strongly connected components after Tarjan, without recursion. */
function mergeEquals(
  variables: number,
  clauses: readonly number[][],
  find: (literal: number) => number,
  same: Int32Array,
): boolean {
  const next: number[][] = Array.from({ length: 2 * variables }, () => []);
  for (const clause of clauses) {
    if (clause.length !== 2) continue;
    next[clause[0]! ^ 1]!.push(clause[1]!);
    next[clause[1]! ^ 1]!.push(clause[0]!);
  }
  const index = new Int32Array(2 * variables).fill(-1);
  const low = new Int32Array(2 * variables);
  const onStack = new Uint8Array(2 * variables);
  const stack: number[] = [];
  let counter = 0;
  let merged = false;
  for (let root = 0; root < 2 * variables; root++) {
    if (index[root]! >= 0 || next[root]!.length === 0) continue;
    const path: number[] = [root];
    const edge: number[] = [0];
    while (path.length > 0) {
      const at = path.at(-1)!;
      if (edge.at(-1) === 0) {
        index[at] = low[at] = counter++;
        stack.push(at);
        onStack[at] = 1;
      }
      const list = next[at]!;
      let deeper = false;
      while (edge.at(-1)! < list.length) {
        const to = list[edge[edge.length - 1]!++]!;
        if (index[to]! < 0) {
          path.push(to);
          edge.push(0);
          deeper = true;
          break;
        }
        if (onStack[to]) low[at] = Math.min(low[at]!, index[to]!);
      }
      if (deeper) continue;
      path.pop();
      edge.pop();
      if (path.length > 0) low[path.at(-1)!] = Math.min(low[path.at(-1)!]!, low[at]!);
      if (low[at] !== index[at]) continue;
      const members: number[] = [];
      for (;;) {
        const member = stack.pop()!;
        onStack[member] = 0;
        members.push(member);
        if (member === at) break;
      }
      if (members.length < 2) continue;
      // The mirror component merges the negations the same way, so both keep the smallest variable.
      const top = members.reduce((a, b) => (a >> 1 <= b >> 1 ? a : b));
      for (const member of members) {
        if (find(member) === find(top)) continue;
        same[find(member ^ 1)] = find(top ^ 1);
        same[find(member)] = find(top);
        merged = true;
      }
    }
  }
  return merged;
}

/** Drops repeats and clauses that contain a shorter one. */
function withoutSubsumed(variables: number, clauses: readonly number[][]): number[][] {
  const byLength = clauses.map((clause) => [...clause].sort((a, b) => a - b)).sort((a, b) => a.length - b.length);
  const containing: number[][] = Array.from({ length: 2 * variables }, () => []);
  const kept: number[][] = [];
  const marked = new Uint8Array(2 * variables);
  for (const clause of byLength) {
    for (const literal of clause) marked[literal] = 1;
    const follows = clause.some((literal) => containing[literal]!.some((other) => kept[other]!.every((part) => marked[part])));
    for (const literal of clause) marked[literal] = 0;
    if (follows) continue;
    // A clause is filed under one literal only; any clause it subsumes contains that literal too.
    const rarest = clause.reduce((a, b) => (containing[b]!.length < containing[a]!.length ? b : a));
    containing[rarest]!.push(kept.length);
    kept.push(clause);
  }
  return kept;
}
