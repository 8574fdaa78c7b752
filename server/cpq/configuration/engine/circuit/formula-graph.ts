/** Lists of numbers laid end to end: list k is list[from[k]] .. list[from[k + 1]]. */
export interface Lists {
  from: Int32Array;
  list: Int32Array;
}

/** Which variables meet in two-literal clauses, which long clauses each is in, and the literals of the long clauses. */
export interface FormulaGraph {
  variables: number;
  near: Lists;
  inside: Lists;
  long: Lists;
}

export function formulaGraph(variables: number, clauses: readonly (readonly number[])[]): FormulaGraph {
  const near: Set<number>[] = Array.from({ length: variables }, () => new Set());
  const inside: number[][] = Array.from({ length: variables }, () => []);
  const long: (readonly number[])[] = [];
  for (const clause of clauses) {
    if (clause.length === 2) {
      near[clause[0]! >> 1]!.add(clause[1]! >> 1);
      near[clause[1]! >> 1]!.add(clause[0]! >> 1);
      continue;
    }
    for (const literal of clause) inside[literal >> 1]!.push(long.length);
    long.push(clause);
  }
  return { variables, near: layOut(near.map((set) => [...set])), inside: layOut(inside), long: layOut(long) };
}

function layOut(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = from[i]! + list.length;
  });
  const list = new Int32Array(from[lists.length]!);
  lists.forEach((items, i) => list.set(items, from[i]!));
  return { from, list };
}
