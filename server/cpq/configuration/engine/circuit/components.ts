/** An independent part of the formula: its open variables and unsatisfied long clauses, both ascending. */
export interface Component {
  variables: Int32Array;
  clauses: Int32Array;
}

/** What remains of a component after an assignment. */
export interface Split {
  literals: number[];
  free: number[];
  parts: Component[];
}

/** Splits what is left of a component into independent parts. */
export type Splitter = (component: Component, values: Int8Array) => Split;

/** Prepares splitting: which variables meet in two-literal clauses, and which long clauses each is in. */
export function createSplitter(variables: number, clauses: readonly (readonly number[])[]): Splitter {
  const near: number[][] = Array.from({ length: variables }, () => []);
  const within: number[][] = Array.from({ length: variables }, () => []);
  const long: number[][] = [];
  for (const clause of clauses) {
    if (clause.length === 2) {
      near[clause[0]! >> 1]!.push(clause[1]! >> 1);
      near[clause[1]! >> 1]!.push(clause[0]! >> 1);
      continue;
    }
    for (const literal of clause) within[literal >> 1]!.push(long.length);
    long.push([...clause]);
  }
  const around = flatten(near.map((list) => [...new Set(list)]));
  const inside = flatten(within);
  const text = flatten(long);
  const varPart = new Int32Array(variables);
  const varStamp = new Int32Array(variables);
  const clausePart = new Int32Array(long.length);
  const clauseStamp = new Int32Array(long.length);
  const queue = new Int32Array(variables);
  let stamp = 0;

  return (component, values) => {
    stamp++;
    const literals: number[] = [];
    const free: number[] = [];
    const sizes: number[] = [];
    const clauseSizes: number[] = [];
    for (const start of component.variables) {
      if (values[2 * start] !== 0) {
        literals.push(values[2 * start] === 1 ? 2 * start : 2 * start + 1);
        continue;
      }
      if (varStamp[start] === stamp) continue;
      const part = sizes.length;
      let clauseCount = 0;
      let end = 0;
      queue[end++] = start;
      varStamp[start] = stamp;
      for (let head = 0; head < end; head++) {
        const variable = queue[head]!;
        varPart[variable] = part;
        for (let k = around.from[variable]!; k < around.from[variable + 1]!; k++) {
          const other = around.list[k]!;
          if (varStamp[other] === stamp || values[2 * other] !== 0) continue;
          varStamp[other] = stamp;
          queue[end++] = other;
        }
        for (let k = inside.from[variable]!; k < inside.from[variable + 1]!; k++) {
          const clause = inside.list[k]!;
          if (clauseStamp[clause] === stamp) continue;
          clauseStamp[clause] = stamp;
          clausePart[clause] = -1;
          const first = text.from[clause]!;
          const last = text.from[clause + 1]!;
          let satisfied = false;
          for (let i = first; i < last; i++) {
            if (values[text.list[i]!] === 1) {
              satisfied = true;
              break;
            }
          }
          if (satisfied) continue;
          clausePart[clause] = part;
          clauseCount++;
          for (let i = first; i < last; i++) {
            const other = text.list[i]! >> 1;
            if (varStamp[other] === stamp || values[2 * other] !== 0) continue;
            varStamp[other] = stamp;
            queue[end++] = other;
          }
        }
      }
      if (end === 1) {
        free.push(start);
        varPart[start] = -1;
        // A lone variable takes no part number.
        continue;
      }
      sizes.push(end);
      clauseSizes.push(clauseCount);
    }
    const parts = sizes.map((size, part) => ({ variables: new Int32Array(size), clauses: new Int32Array(clauseSizes[part]!) }));
    const filled = new Int32Array(parts.length);
    for (const variable of component.variables) {
      if (values[2 * variable] !== 0 || varPart[variable]! < 0) continue;
      const part = varPart[variable]!;
      parts[part]!.variables[filled[part]!++] = variable;
    }
    filled.fill(0);
    for (const clause of component.clauses) {
      if (clauseStamp[clause] !== stamp || clausePart[clause]! < 0) continue;
      const part = clausePart[clause]!;
      parts[part]!.clauses[filled[part]!++] = clause;
    }
    return { literals, free, parts };
  };
}

/** How many long clauses there are, for the first component. */
export function longClauses(clauses: readonly (readonly number[])[]): number {
  return clauses.reduce((count, clause) => count + (clause.length > 2 ? 1 : 0), 0);
}

function flatten(lists: readonly (readonly number[])[]): { from: Int32Array; list: Int32Array } {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = from[i]! + list.length;
  });
  const list = new Int32Array(from[lists.length]!);
  lists.forEach((items, i) => list.set(items, from[i]!));
  return { from, list };
}
